import type { ConnectStage } from './session.ts';

/** Where a step puts the person; `undefined` for a step that moves nobody (contract: connect.md 1.2). */
export function stageOf(step: string): ConnectStage | undefined {
  // A step is text from outside: `constructor` must not be found.
  return Object.hasOwn(stages, step) ? stages[step] : undefined;
}

const stages: Readonly<Record<string, ConnectStage>> = {
  COMPONENT_LOAD_CONSENT: 'consent',
  COMPONENT_CONSENT_INTRO: 'consent',
  COMPONENT_LOAD_INSTITUTION_SELECTOR: 'institution',
  COMPONENT_LOAD_CREDENTIAL: 'credentials',
  COMPONENT_LOAD_CREDENTIAL_RETRY: 'credentials',
  SUBMIT_CREDENTIAL: 'verifying',
  SUBMIT_MFA: 'verifying',
  COMPONENT_LOAD_MFA: 'mfa',
  COMPONENT_LOAD_MFA_RETRY: 'mfa',
  ENHANCED_MFA_HAS_QUESTIONS: 'mfa',
  POPUP_OPENED: 'bank-window',
  COMPONENT_LOAD_ACCOUNT_SELECTION: 'accounts',
};

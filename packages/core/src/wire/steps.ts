/** The user's place inside the widget. */
export type ConnectStage =
  | 'consent'
  | 'institution'
  | 'credentials'
  | 'verifying'
  | 'mfa'
  | 'bank-window'
  | 'accounts';

/** A step whose name we know. */
export type KnownStep = keyof typeof stages;

/** A step of the widget, spelled as Flinks spells it. Known names complete in the editor; unknown ones pass. */
export type ConnectStep = KnownStep | (string & {});

/** Is this a step whose name we know? */
export function isKnownStep(step: string): step is KnownStep {
  return Object.hasOwn(stages, step);
}

/** The stage that a step leads to; `null` for a step without a stage. */
export function getStage(step: string): ConnectStage | null {
  return isKnownStep(step) ? stages[step] : null;
}

/**
 * The steps that Flinks documents, or that were seen in public code, with the stage that each leads to
 * (docs/flinks/connect.md 1.2). They are known to be incomplete, so `ConnectStep` stays open.
 */
export const stages = {
  APP_MOUNTED: null,
  APP_ONLINE: null,
  APP_OFFLINE: null,
  APP_RESIZE: null,
  COMPONENT_LOAD_CONSENT: 'consent',
  COMPONENT_CONSENT_INTRO: 'consent',
  COMPONENT_ACCEPT_CONSENT: null,
  COMPONENT_DENY_CONSENT: null,
  COMPONENT_ACCEPT_PROVIDER_CONSENT: null,
  COMPONENT_ACCEPT_TERMS: null,
  COMPONENT_DENY_TERMS: null,
  COMPONENT_CLICK_TERMS_URL: null,
  COMPONENT_CLICK_RESET_PASSWORD: null,
  COMPONENT_LOAD_INSTITUTION_SELECTOR: 'institution',
  INSTITUTION_SELECTED: null,
  COMPONENT_LOAD_CREDENTIAL: 'credentials',
  COMPONENT_LOAD_CREDENTIAL_RETRY: 'credentials',
  SUBMIT_CREDENTIAL: 'verifying',
  COMPONENT_LOAD_MFA: 'mfa',
  COMPONENT_LOAD_MFA_RETRY: 'mfa',
  SUBMIT_MFA: 'verifying',
  COMPONENT_HELP2FA_INFO: null,
  COMPONENT_HELP2FA_TROUBLESHOOTING: null,
  ENHANCED_MFA_HAS_QUESTIONS: 'mfa',
  ENHANCED_MFA_NO_QUESTIONS: null,
  COMPONENT_LOAD_ACCOUNT_SELECTION: 'accounts',
  ACCOUNT_SELECTED: null,
  POPUP_OPENED: 'bank-window',
  POPUP_BLOCKED: null,
  REDIRECT: null,
  COMPONENT_CLOSE_SESSION: null,
  MAXIMUM_RETRY_REACHED: null,
  TOKEN_INVALID: null,
} as const satisfies Readonly<Record<string, ConnectStage | null>>;

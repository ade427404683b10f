/**
 * The `step` names that Flinks documents, or that were seen in public code (docs/flinks/connect.md 1.2).
 * The list is known to be incomplete, so `ConnectStep` stays open.
 */
export const knownSteps = [
  'APP_MOUNTED',
  'APP_ONLINE',
  'APP_OFFLINE',
  'APP_RESIZE',
  'COMPONENT_LOAD_CONSENT',
  'COMPONENT_CONSENT_INTRO',
  'COMPONENT_ACCEPT_CONSENT',
  'COMPONENT_DENY_CONSENT',
  'COMPONENT_ACCEPT_PROVIDER_CONSENT',
  'COMPONENT_ACCEPT_TERMS',
  'COMPONENT_DENY_TERMS',
  'COMPONENT_CLICK_TERMS_URL',
  'COMPONENT_CLICK_RESET_PASSWORD',
  'COMPONENT_LOAD_INSTITUTION_SELECTOR',
  'INSTITUTION_SELECTED',
  'COMPONENT_LOAD_CREDENTIAL',
  'COMPONENT_LOAD_CREDENTIAL_RETRY',
  'SUBMIT_CREDENTIAL',
  'COMPONENT_LOAD_MFA',
  'COMPONENT_LOAD_MFA_RETRY',
  'SUBMIT_MFA',
  'COMPONENT_HELP2FA_INFO',
  'COMPONENT_HELP2FA_TROUBLESHOOTING',
  'ENHANCED_MFA_HAS_QUESTIONS',
  'ENHANCED_MFA_NO_QUESTIONS',
  'COMPONENT_LOAD_ACCOUNT_SELECTION',
  'ACCOUNT_SELECTED',
  'POPUP_OPENED',
  'POPUP_BLOCKED',
  'REDIRECT',
  'COMPONENT_CLOSE_SESSION',
  'MAXIMUM_RETRY_REACHED',
  'TOKEN_INVALID',
] as const;

/** A step whose name we know. */
export type KnownStep = (typeof knownSteps)[number];

/** A step of the widget, spelled as Flinks spells it. Known names complete in the editor; unknown ones pass. */
export type ConnectStep = KnownStep | (string & {});

/** Is this a step whose name we know? */
export function isKnownStep(step: string): step is KnownStep {
  const names: readonly string[] = knownSteps;
  return names.includes(step);
}

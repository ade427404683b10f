/** The user's place inside the widget. */
export type ConnectStage =
  | 'consent'
  | 'institution'
  | 'credentials'
  | 'verifying'
  | 'mfa'
  | 'bank-window'
  | 'accounts';

/** How the user, or the app, left without connecting. */
export type ExitReason = 'closed' | 'cancelled' | 'consent-denied' | 'maximum-retries' | 'abandoned';

/** The stage that a step leads to; `undefined` for a step without a stage (docs/flinks/connect.md 1.2). */
export function getStage(step: string): ConnectStage | undefined {
  return stages.get(step);
}

/** How a step ends the session; `undefined` for all but three. */
export function getExitReason(step: string): ExitReason | undefined {
  return exits.get(step);
}

// Maps, since a step is text from outside: in an object `constructor` would be found.
const stages: ReadonlyMap<string, ConnectStage> = new Map([
  ['COMPONENT_LOAD_CONSENT', 'consent'],
  ['COMPONENT_CONSENT_INTRO', 'consent'],
  ['COMPONENT_LOAD_INSTITUTION_SELECTOR', 'institution'],
  ['COMPONENT_LOAD_CREDENTIAL', 'credentials'],
  ['COMPONENT_LOAD_CREDENTIAL_RETRY', 'credentials'],
  ['SUBMIT_CREDENTIAL', 'verifying'],
  ['SUBMIT_MFA', 'verifying'],
  ['COMPONENT_LOAD_MFA', 'mfa'],
  ['COMPONENT_LOAD_MFA_RETRY', 'mfa'],
  ['ENHANCED_MFA_HAS_QUESTIONS', 'mfa'],
  ['POPUP_OPENED', 'bank-window'],
  ['COMPONENT_LOAD_ACCOUNT_SELECTION', 'accounts'],
]);

const exits: ReadonlyMap<string, ExitReason> = new Map([
  // The widget only reports that the X was clicked; removing the frame is the page's part.
  ['COMPONENT_CLOSE_SESSION', 'closed'],
  ['COMPONENT_DENY_CONSENT', 'consent-denied'],
  ['MAXIMUM_RETRY_REACHED', 'maximum-retries'],
]);

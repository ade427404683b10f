/**
 * The `FlinksCode` values of Flinks' error pages, of its help centre, and of public clients that mirror them
 * (docs/flinks/connect.md 2, docs/flinks/api.md 3). No list is complete, so `FlinksCode` stays open.
 */
export const knownFlinksCodes = [
  'INVALID_USERNAME',
  'INVALID_PASSWORD',
  'INVALID_LOGIN',
  'INVALID_SECURITY_RESPONSE',
  'INVALID_SECURITY_RESPONSE_NO_RETRY',
  'RETRY_LATER',
  'UNAUTHORIZED',
  'NEW_ACCOUNT',
  'AGGREGATION_ERROR',
  'DISABLED_INSTITUTION',
  'DISABLED_LOGIN',
  'OPERATION_PENDING',
  'OPERATION_DISPATCHED',
  'SESSION_NONEXISTENT',
  'SESSION_EXPIRED',
  'CARD_IN_USE',
  'ACCESS_DENIED',
  'INVALID_REQUEST',
  'QUESTION_NOT_FOUND',
  'TOO_MANY_REQUESTS',
  'UNKNOWN_CHALLENGE_KEY',
  'CONCURRENT_SESSION',
  'ALREADY_AUTHORIZED',
  'SECURITYRESPONSES_INCOMPLETE',
  'NO_TRANSACTION',
  'METHOD_NOT_AVAILABLE',
  'BANK_MAINTENANCE_RETRY_LATER',
  'Document_Processing_Failed',
] as const;

/** A code whose name we know. */
export type KnownFlinksCode = (typeof knownFlinksCodes)[number];

/** Flinks' own code for what happened. Known names complete in the editor; unknown ones pass. */
export type FlinksCode = KnownFlinksCode | (string & {});

/** Is this the code of a bank under maintenance? Flinks prints it in three spellings (docs/flinks/api.md 3.1). */
export function isMaintenanceCode(code: string): boolean {
  return /^BANK[ _]MAINTEN\w*_RETRY_LATER$/.test(code);
}

/**
 * Is a step in truth a code? Flinks' list of steps has had codes among it (docs/flinks/connect.md 8, gap 5). By family
 * where a family is plain, so that a bundle need not carry the list and `INVALID_…` of tomorrow is understood too;
 * by name elsewhere, so that an unknown step is never taken for an error.
 */
export function isFlinksCode(step: string): step is FlinksCode {
  return codes.test(step);
}

const codes =
  /^(INVALID|DISABLED|OPERATION|AGGREGATION|CONCURRENT|SECURITYRESPONSES|METHOD|BANK|Document|ALREADY|QUESTION_NOT|TOO_MANY|UNKNOWN_CHALLENGE)_|^(RETRY_LATER|UNAUTHORIZED|NEW_ACCOUNT|SESSION_(NONEXISTENT|EXPIRED)|CARD_IN_USE|ACCESS_DENIED|NO_TRANSACTION)$/;

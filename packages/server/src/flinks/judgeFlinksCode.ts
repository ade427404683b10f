import { isMaintenanceCode } from '@flinks-kit/core';
import type { FlinksCode, KnownFlinksCode } from '@flinks-kit/core/wire';

/**
 * What a code asks of the server. An unknown code counts as transient: it is tried again, slowly and not for ever.
 *
 * `wait`: not an error · `restart`: a new RequestId helps · `transient`: the same call may succeed later ·
 * `needs-user`: only the person can go on · `refused`: our own set-up is wrong.
 */
export function judgeFlinksCode(code: FlinksCode | null): FlinksCodeVerdict {
  if (code === null) return 'transient';
  if (isMaintenanceCode(code)) return 'transient';
  return isKnown(code) ? verdicts[code] : 'transient';
}

/** See `judgeFlinksCode`. */
export type FlinksCodeVerdict = 'wait' | 'restart' | 'transient' | 'needs-user' | 'refused';

const verdicts: Readonly<Record<KnownFlinksCode, FlinksCodeVerdict>> = {
  INVALID_USERNAME: 'needs-user',
  INVALID_PASSWORD: 'needs-user',
  INVALID_LOGIN: 'needs-user',
  INVALID_SECURITY_RESPONSE: 'needs-user',
  INVALID_SECURITY_RESPONSE_NO_RETRY: 'needs-user',
  RETRY_LATER: 'transient',
  // Of a stored login this is the bank's "not like this": the person has to finish something there (docs/flinks/connect.md 2.1).
  UNAUTHORIZED: 'needs-user',
  NEW_ACCOUNT: 'needs-user',
  AGGREGATION_ERROR: 'transient',
  DISABLED_INSTITUTION: 'transient',
  DISABLED_LOGIN: 'needs-user',
  OPERATION_PENDING: 'wait',
  OPERATION_DISPATCHED: 'wait',
  SESSION_NONEXISTENT: 'restart',
  SESSION_EXPIRED: 'restart',
  CARD_IN_USE: 'transient',
  ACCESS_DENIED: 'refused',
  INVALID_REQUEST: 'refused',
  QUESTION_NOT_FOUND: 'needs-user',
  TOO_MANY_REQUESTS: 'transient',
  UNKNOWN_CHALLENGE_KEY: 'needs-user',
  CONCURRENT_SESSION: 'transient',
  ALREADY_AUTHORIZED: 'restart',
  SECURITYRESPONSES_INCOMPLETE: 'needs-user',
  NO_TRANSACTION: 'transient',
  METHOD_NOT_AVAILABLE: 'refused',
  BANK_MAINTENANCE_RETRY_LATER: 'transient',
  Document_Processing_Failed: 'needs-user',
};

const isKnown = (code: string): code is KnownFlinksCode => Object.hasOwn(verdicts, code);

import type { RemedyAction } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';

/**
 * Every row of the contract's code tables (docs/flinks/api.md 3.1 and 3.2, docs/flinks/connect.md 2.1 and 2.2), written by hand: the statuses
 * under which Flinks' pages list it, and what it must come to. `waits`: Flinks is still at it · `person`: only the
 * account holder can go on · `passes`: it is tried again.
 */
export const contractCodes: readonly ContractCode[] = [
  ['OPERATION_PENDING', [202], 'waits', 'wait', 'wait'],
  ['OPERATION_DISPATCHED', [202], 'waits', 'wait', 'wait'],
  ['INVALID_LOGIN', [400, 401], 'person', 'reconnect', 'reconnect'],
  ['INVALID_USERNAME', [401], 'person', 'reconnect', 'reconnect'],
  ['INVALID_PASSWORD', [401], 'person', 'reconnect', 'reconnect'],
  ['INVALID_SECURITY_RESPONSE', [401], 'person', 'reconnect', 'reconnect'],
  ['INVALID_SECURITY_RESPONSE_NO_RETRY', [401], 'person', 'reconnect', 'reconnect'],
  ['SECURITYRESPONSES_INCOMPLETE', [401], 'person', 'reconnect', 'reconnect'],
  ['UNKNOWN_CHALLENGE_KEY', [401], 'person', 'reconnect', 'reconnect'],
  ['QUESTION_NOT_FOUND', [401], 'person', 'reconnect', 'reconnect'],
  ['UNAUTHORIZED', [401], 'person', 'reconnect', 'reconnect'],
  ['NEW_ACCOUNT', [401], 'person', 'go-to-bank', 'go-to-bank'],
  ['DISABLED_LOGIN', [401], 'person', 'contact-bank', 'contact-bank'],
  ['Document_Processing_Failed', [400], 'person', 'upload-again', 'upload-again'],
  ['RETRY_LATER', [400, 401], 'passes', 'wait', 'wait'],
  ['BANK_MAINTENANCE_RETRY_LATER', [401], 'passes', 'wait', 'wait'],
  ['BANK MAINTENANCE_RETRY_LATER', [401], 'passes', 'wait', 'wait'],
  ['BANK_MAINTENENACE_RETRY_LATER', [401], 'passes', 'wait', 'wait'],
  ['TOO_MANY_REQUESTS', [401, 403, 429], 'passes', 'wait', 'wait'],
  ['CONCURRENT_SESSION', [401], 'passes', 'wait', 'wait'],
  ['CARD_IN_USE', [400], 'passes', 'wait', 'wait'],
  ['DISABLED_INSTITUTION', [405], 'passes', 'wait', 'wait'],
  ['AGGREGATION_ERROR', [500], 'passes', 'try-again', 'try-again'],
  ['SESSION_NONEXISTENT', [400], 'passes', 'try-again', 'try-again'],
  ['SESSION_EXPIRED', [400, 401], 'passes', 'try-again', 'try-again'],
  ['ALREADY_AUTHORIZED', [401], 'passes', 'none', 'none'],
  ['NO_TRANSACTION', [400], 'passes', 'none', 'none'],
  // Our own set-up: it is tried again too, since the operator may be mending it.
  ['ACCESS_DENIED', [401], 'passes', 'contact-support', 'contact-support'],
  ['INVALID_REQUEST', [400, 401], 'passes', 'contact-support', 'contact-support'],
  ['METHOD_NOT_AVAILABLE', [400, 401], 'passes', 'contact-support', 'contact-support'],
  ['SOMETHING_NEW', [400, 418, 500], 'passes', 'try-again', 'try-again'],
];

/** A code, the statuses it comes with, what it comes to, and what the user is shown at Authorize and at data. */
export type ContractCode = readonly [
  code: FlinksCode,
  statuses: readonly number[],
  comesTo: 'waits' | 'person' | 'passes',
  atAuthorize: RemedyAction,
  atData: RemedyAction,
];

import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Settings } from '../state/settings.ts';

/** What an endpoint says: the status, and the body in Flinks' own order of keys. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An answer that repeats its status in the body, as nearly all of Flinks' do (docs/flinks/api.md 0, fact 2). */
export function answer(status: number, body: Readonly<Record<string, unknown>>): Answer {
  return { status, body: { HttpStatusCode: status, ...body } };
}

/** Flinks' plain error body: `{ HttpStatusCode, Message, FlinksCode }` (docs/flinks/api.md 3). */
export function refuse(settings: Settings, flinksCode: FlinksCode, message = messageOf(flinksCode)): Answer {
  return answer(statusOf(flinksCode, settings), { Message: message, FlinksCode: flinksCode });
}

/** The status of a code; two of them depend on the dialect (docs/flinks/api.md 3.1 and 13.1). */
export function statusOf(flinksCode: FlinksCode, { statusDialect }: Pick<Settings, 'statusDialect'>): number {
  const disputed = flinksCode === 'INVALID_LOGIN' || flinksCode === 'INVALID_REQUEST';
  if (disputed) return statusDialect === 'docs' ? 401 : 400;
  return statuses[flinksCode] ?? 401;
}

/** Flinks' sentence for a code, where one is known; otherwise a sentence of ours that says so. */
export function messageOf(flinksCode: FlinksCode): string {
  return messages[flinksCode] ?? `Sandbox: Flinks answers ${flinksCode} here; its wording is not known.`;
}

// Whatever is not here is 401, by far the most common. METHOD_NOT_AVAILABLE and NO_TRANSACTION are our guess: no
// source tells their status (docs/flinks/api.md 13, gap 1).
const statuses: Readonly<Record<string, number>> = {
  OPERATION_PENDING: 202,
  OPERATION_DISPATCHED: 202,
  SESSION_NONEXISTENT: 400,
  CARD_IN_USE: 400,
  METHOD_NOT_AVAILABLE: 400,
  NO_TRANSACTION: 400,
  Document_Processing_Failed: 400,
  DISABLED_INSTITUTION: 405,
  AGGREGATION_ERROR: 500,
};

const messages: Readonly<Record<string, string>> = {
  OPERATION_PENDING: 'Your operation is still processing',
  OPERATION_DISPATCHED: 'Your operations had been dispatched to background process for long running jobs',
  INVALID_LOGIN: 'The card number (username) or password provided is invalid',
  SESSION_NONEXISTENT: 'RequestId is invalid or session has ended',
  UNAUTHORIZED: 'You must provide a valid auth key',
};

import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Card } from '../state/card.ts';
import type { Answer } from '../state/json.ts';
import type { Settings } from '../state/settings.ts';

/** An answer that repeats its status in the body, as nearly all of Flinks' do (docs/flinks/api.md 0, fact 2). */
export function answer(status: number, body: Readonly<Record<string, unknown>>): Answer {
  return { status, body: { HttpStatusCode: status, ...body } };
}

/** Flinks' plain error body: `{ HttpStatusCode, Message, FlinksCode }` (docs/flinks/api.md 3). */
export function refuse(settings: Settings, flinksCode: FlinksCode, message = messageOf(flinksCode)): Answer {
  return answer(statusOf(flinksCode, settings), { Message: message, FlinksCode: flinksCode });
}

/**
 * Flinks' 202. The placeholders are literal on the wire and `HttpStatusCode` stands in the middle: these links cannot be
 * followed (docs/flinks/api.md 2.6).
 */
export function pending(
  requestId: string,
  flinksCode: 'OPERATION_PENDING' | 'OPERATION_DISPATCHED' = 'OPERATION_PENDING',
): Answer {
  return {
    status: 202,
    body: {
      FlinksCode: flinksCode,
      Links: [{ rel: '{Endpoint}Async', href: '/{Endpoint}Async', example: '/{Endpoint}Async/{requestId}' }],
      HttpStatusCode: 202,
      Message: messageOf(flinksCode),
      RequestId: requestId,
    },
  };
}

/** The status of a code; two of them depend on the dialect (docs/flinks/api.md 3.1 and 13.1). */
export function statusOf(flinksCode: FlinksCode, { statusDialect }: Pick<Settings, 'statusDialect'>): number {
  const disputed = flinksCode === 'INVALID_LOGIN' || flinksCode === 'INVALID_REQUEST';
  if (disputed) return statusDialect === 'docs' ? 401 : 400;
  return statuses[flinksCode] ?? 401;
}

/** Flinks' sentence for a code, where one is known; otherwise a sentence of ours that is marked so. */
export function messageOf(flinksCode: FlinksCode): string {
  return messages[flinksCode] ?? `Sandbox: Flinks answers ${flinksCode} here; its wording is not known.`;
}

/** Flinks' sentence for a LoginId that it does not know (docs/flinks/api.md 3.1). */
export const unknownLoginId = 'The LoginId provided is either invalid or does not belong to the CustomerId';

/**
 * `Login` of an answer; `null` when nothing was saved. On Authorize its `Type` is present only once Summary or
 * Detail ran for the card (docs/flinks/api.md 2.2).
 */
export function loginBody(card: Card | null, { onAuthorize = false } = {}): LoginBody | null {
  if (card === null) return null;
  return {
    Username: card.testUser.username,
    IsScheduledRefresh: card.scheduledRefresh,
    LastRefresh: toFlinksTime(card.lastRefresh, card.loginId),
    Type: onAuthorize && !card.dataWasRead ? null : card.testUser.loginType,
    Id: card.loginId,
  };
}

/** Flinks' `Login` (docs/flinks/api.md 2.2). */
export interface LoginBody {
  readonly Username: string;
  readonly IsScheduledRefresh: boolean;
  /** UTC without a zone, with seven fractional digits: append `Z` before parsing. */
  readonly LastRefresh: string;
  readonly Type: 'Personal' | 'Business' | null;
  readonly Id: string;
}

/** `2025-10-30T04:04:31.0777383`. The digits below a millisecond come from the id: always the same, never before. */
export function toFlinksTime(milliseconds: number, id: string): string {
  const belowMillisecond = (Number.parseInt(id.slice(0, 6), 16) % 9999) + 1;
  return new Date(milliseconds).toISOString().slice(0, -1) + String(belowMillisecond).padStart(4, '0');
}

/** Links as Flinks prints them, less those of endpoints that the instance does not have. */
export function dataLinks({ without }: Settings, names: readonly string[]): readonly Link[] {
  return names
    .filter((name) => !without.includes(`Get${name}`))
    .map((name) => ({ rel: name, href: `/Get${name}`, example: null }));
}

/** The link of answers that lead back to Authorize. */
export const reauthorizeLink: Link = { rel: 'Authorization', href: '/Authorize', example: null };

/** One link of Flinks' answers; `href` begins after `/BankingServices`. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly example: string | null;
}

// Every other code is 401, by far the most common. METHOD_NOT_AVAILABLE and NO_TRANSACTION are a guess: no
// source shows their status (docs/flinks/api.md 13, gap 1).
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

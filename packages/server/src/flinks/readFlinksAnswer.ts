import { FlinksKitError, isRecord } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import { Sealed } from '../crypto/Sealed.ts';
import type { FlinksAnswer, FlinksLogin } from './FlinksAnswer.ts';
import { parseFlinksInstant } from './parseFlinksInstant.ts';
import { booleanOf, integerOf, textOf } from './readValue.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Reads one answer of Flinks. Throws a `FlinksKitError` with code `flinks-unreadable` for anything that is not a
 * JSON object: an HTML page with 200, an empty body, broken JSON.
 */
export function readFlinksAnswer(reply: FlinksReply): FlinksAnswer {
  const body = readFlinksJson(reply);
  if (!isRecord(body)) throw unreadable(reply.status);
  const status = integerOf(body['HttpStatusCode']) ?? integerOf(body['StatusCode']) ?? reply.status;
  // Public clients read all three spellings.
  const flinksCode = codeOf(body['FlinksCode']) ?? codeOf(body['flinksCode']) ?? codeOf(body['Code']);
  return {
    kind: kindOf(status, flinksCode),
    flinksCode,
    requestId: sealedOf(body['RequestId']),
    institution: textOf(body['Institution']) ?? textOf(body['InstitutionName']),
    institutionId: integerOf(body['InstitutionId']),
    login: readLogin(body['Login']),
    date: reply.date,
    body,
  };
}

function kindOf(status: number, flinksCode: FlinksCode | null): FlinksAnswer['kind'] {
  if (status === 202) return 'pending';
  if (status === 203) return 'challenge';
  return flinksCode === null && status >= 200 && status < 300 ? 'done' : 'refused';
}

/** Whether an answer has a list of accounts, if an empty one: without any it is no success of a call for accounts. */
export const hasAccounts = ({ body }: FlinksAnswer): boolean => Array.isArray(body['Accounts']);

/** Reads the body of a webhook: an answer, and what only a webhook has (docs/flinks/api.md 8). Throws as above. */
export function readDelivery(text: string, now: number): FlinksDelivery {
  const answer = withoutFuture(readFlinksAnswer({ status: 200, date: null, text }), now);
  const { ResponseType: responseType, Tag: tag } = answer.body;
  return { answer, responseType: textOf(responseType), tag: textOf(tag) };
}

/**
 * An answer whose `LastRefresh` lies ahead counts as one that does not report when the bank was read: if it were stored,
 * every later answer would look older.
 */
export function withoutFuture(answer: FlinksAnswer, now: number): FlinksAnswer {
  const { login } = answer;
  if (login === null || (login.lastRefreshAt ?? 0) <= now + fixedTiming.mostAheadMs) return answer;
  return { ...answer, login: { ...login, lastRefreshAt: null } };
}

/** A webhook's body. */
export interface FlinksDelivery {
  readonly answer: FlinksAnswer;
  /** `GetAccountsDetail` has accounts in it. */
  readonly responseType: string | null;
  /** The `tag` of the widget's session. */
  readonly tag: string | null;
}

/** The body as JSON of any kind; some answers are a bare string (docs/flinks/api.md 2.9). */
export function readFlinksJson({ status, text }: FlinksReply): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without its cause: the message of a parse error quotes the text, and so a LoginId or an account.
    throw unreadable(status);
  }
}

/** A reply of Flinks, wholly received. */
export interface FlinksReply {
  readonly status: number;
  readonly text: string;
  /** The `Date` header. */
  readonly date: string | null;
}

/** Codes that Flinks prints beside success (docs/flinks/api.md 3.1): they mean nothing, so they are no code. */
const fineCodes: ReadonlySet<string> = new Set(['OK', 'CREATED']);

function codeOf(value: unknown): string | null {
  const code = textOf(value);
  return code === null || fineCodes.has(code) ? null : code;
}

function readLogin(login: unknown): FlinksLogin | null {
  if (!isRecord(login)) return null;
  return {
    id: sealedOf(login['Id']),
    lastRefreshAt: parseFlinksInstant(login['LastRefresh']),
    nightlyRefresh: booleanOf(login['IsScheduledRefresh']),
  };
}

function sealedOf(value: unknown): Sealed | null {
  const text = textOf(value);
  return text === null ? null : new Sealed(text);
}

const unreadable = (status: number, cause?: unknown) =>
  new FlinksKitError(
    `Flinks answered ${status} with something that is not JSON of the documented shape, so the call's outcome is unknown. Nothing was changed; the call may be made again.`,
    { code: 'flinks-unreadable', retry: true, status, cause },
  );

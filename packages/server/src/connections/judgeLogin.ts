import type { AuditAction } from '../common/events.ts';
import type { RefusalCode } from '../common/refusals.ts';
import type { FreshnessRule } from '../context/FlinksServerOptions.ts';
import type { ConnectionRecord, LinkedSession, LinkWindow, LiveRefreshRecord } from '../store/records.ts';

/**
 * Decides whose login it is: at the link, and at every later answer and delivery of Flinks. Beside it only `adoptLogin`
 * sets a connection's `verification`, on the app's word. The first row that holds decides; R is `Login.LastRefresh`, and
 * "others" are other users' verified connections of the login.
 *
 * 1. Flinks does not know the login, or names another: refused.
 * 2. This user has it verified already (a reconnect, a second tab): verified.
 * 3. A signed delivery of this very session: verified. Another link that rests on the same R is verified no longer.
 * 4. R is before the session: refused.
 * 5. R is inside the session, no others: verified; with `'webhook'` unverified without data.
 * 6. R is inside, others did not cause it, and the user was not refused for it lately (joint users): as 5.
 * 7. R is inside, and others may have caused it, or this sign-in was in doubt before: unverified without data.
 * 8. R is unknown or later, no others: unverified, accounts shown; with `'webhook'` without data.
 * 9. R is unknown or later, others: unverified without data.
 *
 * With `'audit'` rows 4, 7 and 9 pass, and the audit trail records it.
 */
export function judgeLogin(facts: LoginFacts): LoginVerdict {
  const { rule, others, session, lastRefreshAt: at, skewMs } = facts;
  if (!facts.isKnown) return { row: 1, status: 'refused', code: 'login-unknown', audit: [], contested: [] };
  if (facts.isVerified) return verified(2);
  // Whose sign-in it was is known now, so another user whose link rests on it loses it.
  if (facts.isBound) return { ...verified(3), contested: restingOn(others, at) };

  const place = placeInSession(session, at, skewMs);
  if (at !== null && place === 'before') {
    if (rule === 'audit') return verified(4, ['login-not-fresh']);
    // A late link of a sign-in that was made in this session, and too long ago.
    const isOfSession = at >= session.openedAt - skewMs;
    return isOfSession
      ? { row: 4, status: 'refused', code: 'session-expired', audit: [], contested: [] }
      : { row: 4, status: 'refused', code: 'login-not-fresh', audit: ['login-not-fresh'], contested: [] };
  }

  const isInside = at !== null && place === 'inside';
  // The doubt outlives the other user's claim, and is no chance for a third user: only a new sign-in, or a signed
  // delivery, settles it.
  if (isInside && (facts.wasWithheld || facts.isContested)) {
    if (rule === 'audit') return verified(7, ['login-unconfirmed']);
    return { ...unverified(7, true), contested: restingOn(others, at) };
  }
  if (others.length === 0) {
    if (isInside) return rule === 'webhook' ? unverified(5, true) : verified(5);
    return unverified(8, rule === 'webhook');
  }
  // Two users rest on one sign-in, and no fact shows whose it was: the first to link must not win.
  const contested = [...restingOn(others, at), ...movedOn(others, at, facts)];
  const audit = contested.length > 0 ? (['login-contested'] as const) : (['login-unconfirmed'] as const);
  if (!isInside) {
    if (rule === 'audit') return verified(9, ['login-unconfirmed']);
    return { ...unverified(9, true), audit, contested };
  }
  const isExplained = others.some((other) => mayHaveCaused(other, at, facts));
  if (!isExplained && !facts.wasRefused) {
    return rule === 'webhook' ? unverified(6, true) : verified(6, ['login-shared']);
  }
  if (rule === 'audit') return verified(7, ['login-unconfirmed']);
  return { ...unverified(7, true), audit, contested };
}

/** Whether another user has the login verified. One that a signed delivery of this session contests does not. */
export const isShared = ({ others }: LoginFacts, { status, contested }: LoginVerdict): boolean =>
  others.some(({ connectionId }) => status !== 'verified' || !contested.includes(connectionId));

/** Where R lies. After the link it proves nothing, since any later refresh moves it. */
export function placeInSession(
  { freshFrom, linkedAt }: LinkWindow,
  lastRefreshAt: number | null,
  skewMs: number,
): 'before' | 'inside' | 'unknown' {
  if (lastRefreshAt === null || lastRefreshAt > linkedAt + skewMs) return 'unknown';
  return lastRefreshAt < freshFrom ? 'before' : 'inside';
}

/** Everything that a decision rests on. Instants are milliseconds since the epoch. */
export interface LoginFacts {
  readonly rule: FreshnessRule;
  /** Whether Flinks knows the login, and answered about this one. */
  readonly isKnown: boolean;
  /** Whether this user already has a verified connection of the login. */
  readonly isVerified: boolean;
  /** Whether a signed delivery carried this session's tag, or the RequestId of its `REDIRECT`. */
  readonly isBound: boolean;
  /** R: when Flinks last read the bank; `null` for unknown. */
  readonly lastRefreshAt: number | null;
  readonly session: Pick<LinkedSession, 'openedAt' | 'freshFrom' | 'linkedAt'>;
  readonly others: readonly OtherOwner[];
  /** Whether this very sign-in was judged before, and nothing of the login was shown. */
  readonly wasWithheld: boolean;
  /** Whether another user's link rests on this very sign-in, and is in doubt: two of them were contested before. */
  readonly isContested: boolean;
  /** Whether this user was refused this login within 24 hours, because it was older than the session. */
  readonly wasRefused: boolean;
  readonly now: number;
  readonly skewMs: number;
  /** How long a live refresh may take whose end is unknown. */
  readonly longestRefreshMs: number;
}

/** Another user's verified connection of the login, and what that user may have caused. */
export interface OtherOwner extends Pick<
  ConnectionRecord,
  'nightlyRefresh' | 'nightlyRefreshOffAt' | 'liveRefreshes'
> {
  readonly connectionId: string;
  /** When widget sessions of that user were open. */
  readonly sessions: readonly { readonly openedAt: number; readonly closedAt: number }[];
  readonly verifiedBy: { readonly refreshAt: number | null; readonly bound: boolean };
}

/** What was decided, and by which row of the table. */
export type LoginVerdict = {
  readonly row: number;
  readonly audit: readonly AuditAction[];
  /** Connections of other users that rest on this sign-in: they are verified no longer. */
  readonly contested: readonly string[];
} & (
  | { readonly status: 'refused'; readonly code: RefusalCode }
  | { readonly status: 'verified' }
  | {
      readonly status: 'unverified';
      /** Whether no account data may leave the server. */
      readonly withheld: boolean;
    }
);

const verified = (row: number, audit: readonly AuditAction[] = []): LoginVerdict => ({
  row,
  status: 'verified',
  audit,
  contested: [],
});

const unverified = (row: number, withheld: boolean) =>
  ({
    row,
    status: 'unverified',
    withheld,
    contested: [],
    audit: withheld ? ['login-unconfirmed'] : [],
  }) as const satisfies LoginVerdict;

/** The owners that were verified by the refresh at `at` alone, without a signed delivery of their session. */
const restingOn = (others: readonly OtherOwner[], at: number | null): readonly string[] =>
  others
    .filter(({ verifiedBy }) => at !== null && !verifiedBy.bound && verifiedBy.refreshAt === at)
    .map(({ connectionId }) => connectionId);

/**
 * The owners that were verified by a sign-in within this session, and may have moved `LastRefresh` away from it: a
 * refresh after the link must not hide that two users rest on one sign-in.
 */
function movedOn(others: readonly OtherOwner[], at: number | null, facts: LoginFacts): readonly string[] {
  const { openedAt, linkedAt } = facts.session;
  return others
    .filter(({ verifiedBy: { bound, refreshAt } }) => {
      return (
        !bound && refreshAt !== null && refreshAt !== at && openedAt <= refreshAt && refreshAt <= linkedAt
      );
    })
    .filter((other) => at !== null && mayHaveRefreshed(other, at, facts))
    .map(({ connectionId }) => connectionId);
}

/** Whether another owner may have caused the refresh at `at`, so that it proves nothing about this user. */
const mayHaveCaused = (other: OtherOwner, at: number, facts: LoginFacts): boolean =>
  mayHaveRefreshed(other, at, facts) ||
  other.verifiedBy.refreshAt === at ||
  other.sessions.some(({ openedAt, closedAt }) => isWithin(at, openedAt, closedAt, facts));

/** Whether the refresh at `at` may be a nightly or a live one of another owner's. */
function mayHaveRefreshed(other: OtherOwner, at: number, facts: LoginFacts): boolean {
  const { nightlyRefresh, nightlyRefreshOffAt, liveRefreshes } = other;
  if (nightlyRefresh !== false) return true;
  if (nightlyRefreshOffAt !== null && nightlyRefreshOffAt >= facts.session.openedAt - facts.skewMs)
    return true;
  return liveRefreshes.some((refresh) => isWithin(at, refresh.startedAt, endOf(refresh, facts), facts));
}

const isWithin = (at: number, from: number, to: number, { skewMs }: LoginFacts): boolean =>
  from - skewMs <= at && at <= to + skewMs;

const endOf = ({ startedAt, endedAt }: LiveRefreshRecord, { now, longestRefreshMs }: LoginFacts): number =>
  endedAt ?? Math.min(now, startedAt + longestRefreshMs);

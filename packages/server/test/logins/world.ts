import { judgeLogin, type OtherOwner, placeInSession } from '../../src/connections/judgeLogin.ts';
import { defaultTiming } from '../../src/common/timing.ts';
import type { FreshnessRule } from '../../src/index.ts';
import type { LiveRefreshRecord, VerificationRecord } from '../../src/store/records.ts';

const { skewMs, sessionMs, lateLinkMs, lateFreshMs, syncHoldMs, processingMs } = defaultTiming;

/** The owner and a joint holder sign in at the bank; the thief only has the LoginId. */
export type User = 'owner' | 'joint' | 'thief';

/** What may happen to a login. Each names who does it, or what Flinks does. */
export type WorldEvent =
  | { readonly type: 'open' | 'link' | 'delete'; readonly user: User }
  | { readonly type: 'sign-in'; readonly user: 'owner' | 'joint' }
  | { readonly type: 'live-refresh'; readonly user: 'owner' | 'joint'; readonly lastsMs: number }
  | { readonly type: 'switch-nightly'; readonly user: 'owner' | 'joint'; readonly enabled: boolean }
  | { readonly type: 'nightly-run' }
  | { readonly type: 'answer'; readonly user: User }
  | { readonly type: 'deliver'; readonly tag: 'own' | 'none' | 'other' };

/**
 * One login in a simulated world: the pure `judgeLogin` decides, and everything around it is a few lines that do what
 * the server does with a verdict. `wrong` lists every time that the thief got what is another user's.
 */
export function createWorld(rule: FreshnessRule) {
  let now = 1_000_000_000;
  let lastRefreshAt: number | null = null;
  // Whose sign-in or refresh moved LastRefresh; the nightly refresh counts as its owner's.
  let movedBy: User = 'owner';
  let lastTag: string | null = null;
  let nightly = false;
  let nightlyOf: User = 'owner';
  let tags = 0;
  const delivered = new Set<string>();
  const wrong: string[] = [];
  const counts = { links: 0, verified: 0, contested: 0, honestRefused: 0, remaining: 0 };
  const users: Record<User, UserState> = { owner: newUser(), joint: newUser(), thief: newUser() };
  const names = ['owner', 'joint', 'thief'] as const;

  const isShown = (user: User): boolean => {
    const verification = users[user].connection?.verification;
    return (
      verification?.status === 'verified' || (verification?.status === 'unverified' && !verification.withheld)
    );
  };
  const isVerified = (user: User): boolean => users[user].connection?.verification.status === 'verified';

  const othersOf = (user: User): readonly OtherOwner[] =>
    names
      .filter((name) => name !== user && isVerified(name))
      .flatMap((name) => {
        const { connection, sessions } = users[name];
        if (connection?.verification.status !== 'verified') return [];
        return [
          {
            connectionId: name,
            nightlyRefresh: nightly,
            nightlyRefreshOffAt: connection.nightlyRefreshOffAt,
            liveRefreshes: connection.liveRefreshes,
            sessions: sessions.map(({ openedAt, closedAt }) => ({
              openedAt,
              closedAt: closedAt ?? openedAt + lateLinkMs,
            })),
            verifiedBy: connection.verification,
          },
        ];
      });

  /** Whether a user's link rests on the last refresh, and is in doubt. */
  const isInDoubt = (user: User): boolean => {
    const { connection } = users[user];
    if (connection?.verification.status !== 'unverified' || !connection.verification.withheld) return false;
    const { session, linkedAt, judgedBy } = connection;
    const window = { freshFrom: session.openedAt - skewMs, linkedAt };
    return judgedBy === lastRefreshAt && placeInSession(window, judgedBy, skewMs) === 'inside';
  };

  function judge(user: User, session: WorldSession, linkedAt: number) {
    const opening = session.openedAt - skewMs;
    const isLate = linkedAt >= session.openedAt + sessionMs;
    const freshFrom = isLate ? Math.max(opening, linkedAt - lateFreshMs) : opening;
    const { connection } = users[user];
    return judgeLogin({
      rule,
      isKnown: true,
      isVerified: isVerified(user),
      isBound: delivered.has(session.tag),
      lastRefreshAt,
      session: { openedAt: session.openedAt, freshFrom, linkedAt },
      others: othersOf(user),
      wasWithheld:
        connection?.session === session &&
        connection.verification.status === 'unverified' &&
        connection.verification.withheld &&
        (connection.judgedBy ?? 0) >= freshFrom,
      isContested: names.some((name) => name !== user && isInDoubt(name)),
      wasRefused: users[user].refusedAt.some((at) => now - at < defaultTiming.linkAttemptsMs),
      now,
      skewMs,
      longestRefreshMs: syncHoldMs + processingMs,
    });
  }

  function settle(
    user: User,
    verdict: ReturnType<typeof judgeLogin>,
    session: WorldSession,
    linkedAt: number,
  ) {
    const wasShown = isShown(user);
    const rival = users.thief.connection?.verification;
    const isSameSignIn =
      user !== 'thief' && rival?.status === 'verified' && !rival.bound && rival.refreshAt === lastRefreshAt;
    const isBound = delivered.has(session.tag);
    if (verdict.status === 'refused') {
      if (verdict.code === 'login-not-fresh') {
        users[user].refusedAt.push(now);
        if (user !== 'thief') counts.honestRefused += 1;
      }
      if (users[user].connection?.session === session) set(user, { status: 'rejected' });
      return;
    }
    const before = users[user].connection;
    const verification: VerificationRecord =
      verdict.status === 'unverified'
        ? { status: 'unverified', withheld: verdict.withheld }
        : before?.verification.status === 'verified'
          ? before.verification
          : { status: 'verified', refreshAt: lastRefreshAt, bound: isBound };
    users[user].connection = {
      verification,
      session,
      linkedAt,
      judgedBy: lastRefreshAt,
      liveRefreshes: before?.liveRefreshes ?? [],
      nightlyRefreshOffAt: before?.nightlyRefreshOffAt ?? null,
    };
    if (verdict.status === 'verified') {
      counts.verified += 1;
      for (const name of names) {
        if (name !== user && isShown(name) && !isVerified(name))
          set(name, { status: 'unverified', withheld: true });
      }
    }
    for (const id of verdict.contested) {
      counts.contested += 1;
      const name = names.find((known) => known === id);
      if (name !== undefined) set(name, { status: 'unverified', withheld: true });
    }
    if (user === 'thief' && !wasShown && isShown('thief')) {
      // What remains (threat model): the sign-in of an owner who has no verified connection here yet.
      if (isVerified(movedBy))
        wrong.push(`row ${verdict.row} shows the thief the accounts of a verified user`);
      else counts.remaining += 1;
    }
    if (isSameSignIn && isShown('thief')) wrong.push(`the thief keeps what row ${verdict.row} rests on, too`);
  }

  function set(user: User, verification: VerificationRecord): void {
    const { connection } = users[user];
    if (connection !== null) users[user].connection = { ...connection, verification };
  }

  function apply(event: WorldEvent): void {
    switch (event.type) {
      case 'open': {
        const tag = `tag ${(tags += 1)}`;
        users[event.user].sessions.push({ openedAt: now, closedAt: null, signedIn: false, tag });
        return;
      }
      case 'sign-in': {
        const session = users[event.user].sessions.findLast(({ closedAt }) => closedAt === null);
        // Flinks' token of an older widget has expired: no user can sign in there.
        if (session === undefined || now >= session.openedAt + lateLinkMs) return;
        session.signedIn = true;
        movedBy = event.user;
        lastRefreshAt = now;
        lastTag = session.tag;
        return;
      }
      case 'link': {
        const isThief = event.user === 'thief';
        const session = users[event.user].sessions.findLast(
          ({ closedAt, signedIn }) => closedAt === null && (signedIn || isThief),
        );
        if (session === undefined || now >= session.openedAt + lateLinkMs) return;
        counts.links += 1;
        session.closedAt = now;
        settle(event.user, judge(event.user, session, now), session, now);
        return;
      }
      case 'answer': {
        const { connection } = users[event.user];
        if (connection?.verification.status !== 'unverified') return;
        settle(
          event.user,
          judge(event.user, connection.session, connection.linkedAt),
          connection.session,
          connection.linkedAt,
        );
        return;
      }
      case 'live-refresh': {
        const { connection } = users[event.user];
        if (connection === null || !isVerified(event.user)) return;
        const startedAt = now;
        now += event.lastsMs;
        movedBy = event.user;
        lastRefreshAt = now;
        lastTag = null;
        connection.liveRefreshes = [...connection.liveRefreshes, { startedAt, endedAt: now }];
        return;
      }
      case 'switch-nightly': {
        if (!isVerified(event.user)) return;
        for (const name of names) {
          const { connection } = users[name];
          if (nightly && !event.enabled && connection !== null) connection.nightlyRefreshOffAt = now;
        }
        nightly = event.enabled;
        nightlyOf = event.user;
        return;
      }
      case 'nightly-run':
        if (!nightly) return;
        lastRefreshAt = now;
        movedBy = nightlyOf;
        lastTag = null;
        return;
      case 'deliver': {
        if (event.tag === 'own' && lastTag !== null) delivered.add(lastTag);
        for (const name of names) {
          const session = users[name].connection?.session;
          if (session !== undefined && delivered.has(session.tag) && !isVerified(name)) {
            settle(name, judge(name, session, users[name].connection?.linkedAt ?? now), session, now);
          }
        }
        return;
      }
      case 'delete':
        users[event.user].connection = null;
    }
  }

  return {
    step(event: WorldEvent, pauseMs: number): void {
      now += pauseMs;
      apply(event);
    },
    wrong,
    counts,
    isShown,
    isVerified,
  };
}

interface UserState {
  readonly sessions: WorldSession[];
  readonly refusedAt: number[];
  connection: WorldConnection | null;
}

interface WorldSession {
  readonly openedAt: number;
  readonly tag: string;
  closedAt: number | null;
  signedIn: boolean;
}

interface WorldConnection {
  readonly verification: VerificationRecord;
  readonly session: WorldSession;
  readonly linkedAt: number;
  /** The `LastRefresh` of the last answer. */
  readonly judgedBy: number | null;
  liveRefreshes: readonly LiveRefreshRecord[];
  nightlyRefreshOffAt: number | null;
}

const newUser = (): UserState => ({ sessions: [], refusedAt: [], connection: null });

import type { ServerContext } from '../context/ServerContext.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { ConnectionRecord, DeliveryRecord, LinkedSession, SessionRecord } from '../store/records.ts';
import { connectionsOfLogin } from './connections.ts';
import type { LoginFacts, OtherOwner } from './judgeLogin.ts';
import { readAttempts } from './linkAttempts.ts';
import { type HiddenOwner, hiddenOwners } from './owners.ts';

/** Reads from the store what `judgeLogin` needs to know. Call it with the login's lease. */
export async function readLoginFacts(
  context: ServerContext,
  { userId, login, ...known }: KnownFacts,
): Promise<LoginFacts> {
  const { clock, timing, freshness } = context;
  const owners = (await connectionsOfLogin(context, login.reveal())).filter(
    ({ verification }) => verification.status === 'verified',
  );
  const others = owners.filter((owner) => owner.userId !== userId);
  const attempts = await readAttempts(context, userId, login);
  return {
    ...known,
    rule: freshness,
    isVerified: owners.some((owner) => owner.userId === userId),
    others: [
      ...(await Promise.all(others.map((other) => toOtherOwner(context, other)))),
      ...(await hiddenOwners(context, login)).filter((other) => other.userId !== userId).map(toUnknownOwner),
    ],
    wasRefused: attempts.some(({ refused }) => refused),
    now: clock.now(),
    skewMs: timing.skewMs,
    longestRefreshMs: timing.syncHoldMs + timing.processingMs,
  };
}

/** What the caller knows already. */
export type KnownFacts = Pick<LoginFacts, 'isKnown' | 'isBound' | 'lastRefreshAt'> & {
  readonly userId: string;
  readonly login: Sealed;
  readonly session: LinkedSession;
};

/** The session as later answers are judged by it. A late link is judged by its last minutes alone. */
export function toLinkedSession(
  { timing }: Pick<ServerContext, 'timing'>,
  { createdAt, expiresAt, tag }: SessionRecord,
  { claimedAt, requestId }: { readonly claimedAt: number; readonly requestId: Sealed | null },
): LinkedSession {
  const isLate = claimedAt >= expiresAt;
  const opening = createdAt - timing.skewMs;
  return {
    openedAt: createdAt,
    freshFrom: isLate ? Math.max(opening, claimedAt - timing.lateFreshMs) : opening,
    linkedAt: claimedAt,
    tag,
    requestId,
  };
}

/**
 * Whether a signed delivery belongs to a session: by our own tag, or by the RequestId of its `REDIRECT`. The browser
 * sends the RequestId, so one that was delivered before the session opened proves nothing.
 */
export function isBound(
  delivery: Pick<DeliveryRecord, 'tag' | 'requestId' | 'receivedAt'>,
  { tag, requestId, openedAt }: Pick<LinkedSession, 'tag' | 'requestId' | 'openedAt'>,
): boolean {
  if (delivery.tag !== null) return delivery.tag === tag;
  if (delivery.requestId === null || requestId === null || delivery.receivedAt < openedAt) return false;
  return delivery.requestId.reveal().toLowerCase() === requestId.reveal().toLowerCase();
}

/** Another user whose connection cannot be opened here: it may be verified, and its user may have caused anything. */
const toUnknownOwner = ({ connectionId }: HiddenOwner): OtherOwner => ({
  connectionId,
  nightlyRefresh: null,
  nightlyRefreshOffAt: null,
  liveRefreshes: [],
  sessions: [],
  verifiedBy: { refreshAt: null, bound: false },
});

async function toOtherOwner(context: ServerContext, connection: ConnectionRecord): Promise<OtherOwner> {
  const { id, userId, verification, nightlyRefresh, nightlyRefreshOffAt, liveRefreshes } = connection;
  const sessions: { openedAt: number; closedAt: number }[] = [];
  for await (const { createdAt, status } of context.sessions.each({ userId })) {
    // A widget that was not closed still accepts a sign-in, as long as its session can be linked.
    const closedAt =
      status.status === 'open' ? createdAt + context.timing.lateLinkMs : status.intent.claimedAt;
    sessions.push({ openedAt: createdAt, closedAt });
  }
  const { refreshAt, bound } =
    verification.status === 'verified' ? verification : { refreshAt: null, bound: false };
  return {
    connectionId: id,
    nightlyRefresh,
    nightlyRefreshOffAt,
    liveRefreshes,
    sessions,
    verifiedBy: { refreshAt, bound },
  };
}

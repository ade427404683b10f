import type { ServerContext } from '../context/ServerContext.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type {
  ConnectionRecord,
  DeliveryRecord,
  LinkAttempt,
  LinkedSession,
  SessionRecord,
} from '../store/records.ts';
import { connectionsOfLogin, isVerified, isWithheld } from './connections.ts';
import { type LoginFacts, type OtherOwner, placeInSession } from './judgeLogin.ts';
import { readAttempts } from './linkAttempts.ts';
import { type HiddenOwner, hiddenOwners } from './owners.ts';

/**
 * Reads from the store what `judgeLogin` needs to know. Call it with the login's lease; what was read of the login with
 * the same lease need not be read again.
 */
export async function readLoginFacts(
  context: ServerContext,
  { userId, login, ...known }: KnownFacts,
  read?: ReadLogin,
): Promise<LoginFacts> {
  const { clock, timing, freshness } = context;
  const { connections, rivals } = read ?? (await readLogin(context, userId, login));
  const owners = connections.filter(isVerified);
  const others = owners.filter((owner) => owner.userId !== userId);
  const attempts = read?.attempts ?? (await readAttempts(context, userId, login));
  return {
    ...known,
    rule: freshness,
    isVerified: owners.some((owner) => owner.userId === userId),
    others: [
      ...(await Promise.all(
        others.map((other) => toOtherOwner(context, other, isOwnerBound(other, known.session, rivals))),
      )),
      ...(await hiddenOwners(context, login, connections))
        .filter((other) => other.userId !== userId)
        .map(toUnknownOwner),
    ],
    wasWithheld: connections.some((own) => own.userId === userId && isInDoubt(own, known.session)),
    isContested: connections.some((other) => other.userId !== userId && isInDoubtAt(context, other, known)),
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

/** Whether a connection was withheld although Flinks had reported the refresh of this session. */
const isInDoubt = (connection: ConnectionRecord, { tag, freshFrom }: LinkedSession): boolean =>
  connection.session.tag === tag && isWithheld(connection) && (connection.lastRefreshAt ?? 0) >= freshFrom;

/** Whether another user's connection is in doubt because of the very refresh that this link rests on. */
const isInDoubtAt = (
  { timing }: ServerContext,
  { verification, session, lastRefreshAt }: ConnectionRecord,
  known: Pick<LoginFacts, 'lastRefreshAt'>,
): boolean =>
  verification.status === 'unverified' &&
  verification.withheld &&
  lastRefreshAt !== null &&
  lastRefreshAt === known.lastRefreshAt &&
  placeInSession(session, lastRefreshAt, timing.skewMs) === 'inside';

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
 * sends the RequestId, so one that was delivered before the session opened proves nothing, and one that another user
 * of the login sent, too, proves nothing about either.
 */
export function isBound(
  delivery: Pick<DeliveryRecord, 'tag' | 'requestId' | 'receivedAt'>,
  { tag, requestId, openedAt }: Pick<LinkedSession, 'tag' | 'requestId' | 'openedAt'>,
  rivals: readonly Rival[],
): boolean {
  if (delivery.tag !== null) return delivery.tag === tag;
  if (delivery.requestId === null || requestId === null || delivery.receivedAt < openedAt) return false;
  const sent = inLowerCase(requestId);
  return inLowerCase(delivery.requestId) === sent && !rivals.some(({ requestIds }) => requestIds.has(sent));
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

/** Reads what the sessions of the login's other users brought, verified or not. */
export const readRivals = async (
  context: ServerContext,
  userId: string,
  login: Sealed,
): Promise<readonly Rival[]> => (await readLogin(context, userId, login)).rivals;

/** Reads the connections of a login, what Flinks delivered of it, and who else uses it. */
export async function readLogin(context: ServerContext, userId: string, login: Sealed): Promise<ReadLogin> {
  const connections = await connectionsOfLogin(context, login.reveal());
  const others = new Set(connections.map((connection) => connection.userId).filter((id) => id !== userId));
  const deliveries: ReadDelivery[] = [];
  const loginKeys = await context.vault.fingerprints(login.reveal());
  for await (const { tag, requestId, receivedAt, lastRefreshAt } of context.inbox.each({ loginKeys })) {
    deliveries.push({ tag, requestId, receivedAt, lastRefreshAt });
  }
  const read = async (other: string): Promise<Rival> => {
    const requestIds = new Set<string>();
    let hasTagged = false;
    let hasUntagged = false;
    for await (const { tag, createdAt, status } of context.sessions.each({ userId: other })) {
      hasTagged ||= deliveries.some((delivery) => delivery.tag === tag);
      const requestId = status.status === 'open' ? null : status.intent.requestId;
      if (requestId === null) continue;
      requestIds.add(inLowerCase(requestId));
      const session = { tag, requestId, openedAt: createdAt };
      hasUntagged ||= deliveries.some((delivery) => delivery.tag === null && isBound(delivery, session, []));
    }
    return { userId: other, requestIds, hasTagged, hasUntagged };
  };
  return { connections, deliveries, rivals: await Promise.all([...others].map(read)) };
}

/** What the store has about a login, as one user's link looks at it. */
export interface ReadLogin {
  readonly connections: readonly ConnectionRecord[];
  readonly deliveries: readonly ReadDelivery[];
  readonly rivals: readonly Rival[];
  /** This user's links that did not end verified, where they were read. */
  readonly attempts?: readonly LinkAttempt[];
}

/** A delivery without its body. */
export type ReadDelivery = Pick<DeliveryRecord, 'tag' | 'requestId' | 'receivedAt' | 'lastRefreshAt'>;

/** Another user of the login. */
export interface Rival {
  readonly userId: string;
  /** The RequestIds that this user's sessions brought. */
  readonly requestIds: ReadonlySet<string>;
  /** Whether a signed delivery carried the tag of one of this user's sessions. */
  readonly hasTagged: boolean;
  /** Whether one without a tag carried the RequestId of one of them. */
  readonly hasUntagged: boolean;
}

/**
 * Whether a signed delivery belongs to a session of this owner's, also one that came after the link. A RequestId that
 * the session in question brought, too, counts for nothing.
 */
function isOwnerBound(
  { userId, verification }: ConnectionRecord,
  { requestId }: LinkedSession,
  rivals: readonly Rival[],
): boolean {
  const rival = rivals.find((other) => other.userId === userId);
  if (rival === undefined) return false;
  if (rival.hasTagged) return true;
  if (requestId !== null && rival.requestIds.has(inLowerCase(requestId))) return false;
  return rival.hasUntagged || (verification.status === 'verified' && verification.bound);
}

const inLowerCase = (id: Sealed): string => id.reveal().toLowerCase();

async function toOtherOwner(
  context: ServerContext,
  connection: ConnectionRecord,
  bound: boolean,
): Promise<OtherOwner> {
  const { id, userId, verification, nightlyRefresh, nightlyRefreshOffAt, liveRefreshes } = connection;
  const sessions: { openedAt: number; closedAt: number }[] = [];
  let hasHidden = false;
  const noteHidden = (): void => void (hasHidden = true);
  for await (const { createdAt, status } of context.sessions.each({ userId }, noteHidden)) {
    // A widget that was not closed still accepts a sign-in, as long as its session can be linked.
    const closedAt =
      status.status === 'open' ? createdAt + context.timing.lateLinkMs : status.intent.claimedAt;
    sessions.push({ openedAt: createdAt, closedAt });
  }
  const refreshAt = verification.status === 'verified' ? verification.refreshAt : null;
  return {
    connectionId: id,
    // A session that does not open may have been open at any time.
    nightlyRefresh: hasHidden ? null : nightlyRefresh,
    nightlyRefreshOffAt,
    liveRefreshes,
    sessions,
    verifiedBy: { refreshAt, bound },
  };
}

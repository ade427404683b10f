import { connectionsOfLogin } from '../connections/connections.ts';
import { isShared, judgeLogin, type LoginVerdict } from '../connections/judgeLogin.ts';
import { hasWaited, recordAttempt, removeAttempt, type Waiting } from '../connections/linkAttempts.ts';
import { type KnownFacts, readLoginFacts } from '../connections/loginFacts.ts';
import { withLogin } from '../connections/withLogin.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { ConnectionRecord } from '../store/records.ts';
import { nextCollection } from './nextCollection.ts';

/**
 * Judges a connection that is not verified by a later answer of Flinks, and returns it as it is then; `null` when it
 * was deleted. An answer that does not describe the login changes nothing.
 */
export async function judgeAnswer(
  context: ServerContext,
  connection: ConnectionRecord,
  answer: FlinksAnswer | null,
): Promise<ConnectionRecord | null> {
  if (connection.verification.status !== 'unverified' || answer?.login == null) return connection;
  const { id, lastRefreshAt } = answer.login;
  const isKnown = id === null || id.reveal().toLowerCase() === connection.login.reveal();
  return withLogin(context, connection.login, () =>
    judgeAgain(context, connection, { isKnown, lastRefreshAt, isBound: false }),
  );
}

/** As `judgeAnswer`, for a caller that holds the login: also by a signed delivery of the connection's own session. */
export async function judgeAgain(
  context: ServerContext,
  { id, session: { tag } }: ConnectionRecord,
  { isKnown, lastRefreshAt, isBound }: Pick<KnownFacts, 'isKnown' | 'lastRefreshAt' | 'isBound'>,
): Promise<ConnectionRecord | null> {
  const connection = await context.connections.get(id);
  // Another sign-in was linked meanwhile, and judged by its own answer.
  if (connection === null || connection.session.tag !== tag) return connection;
  const { verification, userId, login, session } = connection;
  if (verification.status === 'verified' || (verification.status === 'rejected' && !isBound)) {
    return connection;
  }
  const known = { isKnown, isBound, lastRefreshAt, userId, login, session };
  const facts = await readLoginFacts(context, known);
  const judged = judgeLogin(facts);
  // One login per user: sharing it is refused here as it is at the link.
  const isRefused =
    judged.status === 'verified' && isShared(facts, judged) && context.onSharedLogin === 'deny';
  const verdict: LoginVerdict = isRefused
    ? { row: judged.row, status: 'unverified', withheld: true, contested: [], audit: ['login-shared'] }
    : judged;

  for (const action of verdict.audit) {
    if (!isWithheldAlready(connection, verdict)) context.audit(userId, action, { connectionId: id });
  }
  const link = { userId, login, openedAt: session.openedAt, signedInAt: lastRefreshAt };
  await settleVerdict(context, link, verdict);
  if (verdict.status === 'refused') {
    await withhold(context, connection, 'rejected');
    await recordAttempt(context, userId, login, {
      tag,
      at: session.linkedAt,
      refused: verdict.code === 'login-not-fresh',
    });
    return context.connections.get(id);
  }
  if (verdict.status === 'unverified') {
    if (verdict.withheld && !isWithheldAlready(connection, verdict)) await withhold(context, connection);
    return context.connections.get(id);
  }
  await removeAttempt(context, userId, login, tag);
  const verified = await context.connections.update(id, (current) =>
    current.session.tag === tag
      ? {
          ...current,
          verification: { status: 'verified', refreshAt: lastRefreshAt, bound: isBound },
          ...(current.verification.status === 'unverified' && !current.verification.withheld
            ? {}
            : { health: { status: 'pending', flinksCode: null } as const }),
        }
      : current,
  );
  if (verified !== null) context.audit(userId, 'login-verified', { connectionId: id });
  return verified;
}

const isWithheldAlready = ({ verification }: ConnectionRecord, verdict: LoginVerdict): boolean =>
  verification.status === 'unverified' && verification.withheld && verdict.status === 'unverified';

/**
 * What a verdict about one user's link means for the other users of the login: an unverified connection beside a
 * verified one shows no data, and one that rests on a contested sign-in is verified no longer.
 */
export async function settleVerdict(
  context: ServerContext,
  { userId, login, openedAt, signedInAt }: JudgedLink,
  verdict: LoginVerdict,
  known?: readonly ConnectionRecord[],
): Promise<void> {
  if (verdict.status === 'refused') return;
  for (const other of known ?? (await connectionsOfLogin(context, login.reveal()))) {
    if (other.userId === userId) continue;
    const { id, verification } = other;
    if (verdict.status === 'verified' && verification.status === 'unverified') {
      if (!verification.withheld) await withhold(context, other);
    }
    if (!verdict.contested.includes(id)) continue;
    context.audit(other.userId, 'login-contested', { connectionId: id });
    await withhold(context, other);
    // An adopted login has no session.
    if (openedAt === undefined || signedInAt === undefined) continue;
    if (!(await hasWaited(context, waitingOf(other), { userId, openedAt, signedInAt }))) continue;
    const { tag, linkedAt } = other.session;
    await recordAttempt(context, other.userId, login, { tag, at: linkedAt, refused: false });
  }
}

/** The link of a connection, and the sign-in that verified it. */
export const waitingOf = ({ userId, session, verification }: ConnectionRecord): Waiting => ({
  userId,
  openedAt: session.openedAt,
  signedInAt: verification.status === 'verified' ? verification.refreshAt : null,
});

/** Whose link a verdict is about; an adopted login has no session. */
interface JudgedLink extends Partial<Pick<Waiting, 'openedAt' | 'signedInAt'>> {
  readonly userId: string;
  readonly login: Sealed;
}

/** Takes all account data from a connection whose login is not known to be its user's. */
async function withhold(
  context: ServerContext,
  { id, session }: ConnectionRecord,
  status: 'unverified' | 'rejected' = 'unverified',
): Promise<void> {
  await context.connections.update(id, (current) =>
    current.session.tag === session.tag
      ? {
          ...current,
          verification: status === 'rejected' ? { status } : { status, withheld: true },
          accounts: null,
          refresh: { status: 'idle' },
          health: { status: 'needs-user', flinksCode: null },
        }
      : current,
  );
  await stopWithheld(context, id);
  // Its user is deleting it just now: the card at Flinks may be another user's. No sign-in lies in an empty window.
  await context.tombstones.update(id, (current) =>
    current.status === 'deleting' && current.unverified === null
      ? { ...current, unverified: { freshFrom: 0, linkedAt: 0 } }
      : current,
  );
}

/** Ends the run of a collection, and removes its data: the login is not known to be its user's. */
export async function stopWithheld(
  { collections, clock, timing, newId }: ServerContext,
  id: string,
): Promise<void> {
  await collections.update(id, (current) =>
    nextCollection(current, { type: 'withheld', run: newId() }, clock.now(), timing),
  );
}

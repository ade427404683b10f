import type { Connection } from '@flinks-kit/core';
import { startCollection } from '../collection/startCollection.ts';
import type { ConnectionRecord, LinkIntent, SessionRecord } from '../store/records.ts';
import { refusal, type RefusalCode } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { connectionsOfLogin } from '../connections/connectionsOfLogin.ts';
import { keepConnection } from './keepConnection.ts';
import { claimOwner, findOwner, removeOwner } from '../connections/owners.ts';
import { applyPendingDeliveries } from '../webhooks/applyPendingDeliveries.ts';
import { toConnection } from '../connections/toConnection.ts';
import { verifyLogin } from './verifyLogin.ts';
import { withLogin } from '../connections/withLogin.ts';

/**
 * Carries a stored intent out: asks Flinks about the login, decides, and writes connection, collection and session.
 * Every step may be repeated, so whoever finds a half-done link — a retry, or `maintain()` — just runs it again.
 */
export async function settleLink(context: ServerContext, session: SessionRecord): Promise<Connection> {
  const { standing } = session;
  if (standing.status === 'open') throw refusal('session-not-found');
  const { intent } = standing;
  return withLogin(context, intent.login, () => decide(context, session, intent));
}

async function decide(
  context: ServerContext,
  session: SessionRecord,
  intent: LinkIntent,
): Promise<Connection> {
  const { userId } = session;
  const refuse = async (code: RefusalCode): Promise<never> => {
    await context.sessions.update(session.id, (current) => ({
      ...current,
      standing: { status: 'failed', intent, code },
    }));
    context.audit(userId, 'link-refused', { sessionId: session.id });
    throw refusal(code);
  };

  const reconnected = session.reconnects === null ? null : await context.connections.get(session.reconnects);
  if (session.reconnects !== null && reconnected === null) return refuse('connection-not-found');
  // Another login never replaces the one that a connection was made with.
  if (reconnected !== null && reconnected.login.reveal() !== intent.login.reveal())
    return refuse('login-mismatch');

  const verdict = await verifyLogin(context, session, intent);
  if (verdict.status === 'unknown') return refuse('login-unknown');
  const before = reconnected ?? (await findOwned(context, userId, intent));
  // "Already this user's" is only what was proved to be: an unproved claim must not prove itself.
  const proved = before !== null && !before.provisional;
  const doubtful = verdict.status === 'stale' || (before?.refused === true && verdict.status !== 'fresh');
  if (doubtful && !proved) {
    context.audit(userId, 'login-not-fresh', { sessionId: session.id });
    if (context.freshness !== 'audit') return refuse('login-not-fresh');
  }
  const others = await otherOwners(context, userId, intent);
  if (others.length > 0) {
    context.audit(userId, 'login-shared', { sessionId: session.id });
    if (context.onSharedLogin === 'deny') return refuse('login-shared');
  }

  const connectionId = before?.id ?? (await claimOwner(context, userId, intent.login));
  const provisional = !proved && (verdict.status === 'untold' || context.freshness === 'webhook');
  const connection = await keepConnection(context, session, intent, { connectionId, provisional, verdict });
  if (connection === null) return refuse('connection-not-found');
  if (context.onSharedLogin === 'deny' && before === null && (await isLater(context, connection, intent))) {
    await context.connections.remove(connectionId);
    await removeOwner(context, userId, intent.login, connectionId);
    return refuse('login-shared');
  }
  await startCollection(context, connection, verdict.answer);
  await markConnected(context, session, intent, connectionId);
  await applyPendingDeliveries(context, intent.login);
  return toConnection(context, (await context.connections.get(connectionId)) ?? connection);
}

async function findOwned(
  context: ServerContext,
  userId: string,
  { login }: LinkIntent,
): Promise<ConnectionRecord | null> {
  const id = await findOwner(context, userId, login);
  return id === null ? null : context.connections.get(id);
}

/** Connections of other users to this login, as far as they were proved. */
async function otherOwners(
  context: ServerContext,
  userId: string,
  { login }: LinkIntent,
): Promise<readonly ConnectionRecord[]> {
  const all = await connectionsOfLogin(context, login.reveal());
  return all.filter((other) => other.userId !== userId && !other.provisional);
}

/** Whether somebody else linked the same login at the same time, and first: then one of the two withdraws. */
async function isLater(
  context: ServerContext,
  { id, userId, createdAt }: ConnectionRecord,
  intent: LinkIntent,
): Promise<boolean> {
  const others = await otherOwners(context, userId, intent);
  return others.some(
    (other) => other.createdAt < createdAt || (other.createdAt === createdAt && other.id < id),
  );
}

async function markConnected(
  context: ServerContext,
  { id, userId, reconnects }: SessionRecord,
  intent: LinkIntent,
  connectionId: string,
): Promise<void> {
  let first = false;
  await context.sessions.update(id, (current) => {
    first = current.standing.status === 'linking';
    return first ? { ...current, standing: { status: 'connected', intent, connectionId } } : current;
  });
  if (!first) return;
  context.audit(userId, 'linked', { sessionId: id, connectionId });
  context.emit({ type: 'linked', userId, connectionId, reconnected: reconnects !== null });
}

import type { DeletionOutcome } from '@flinks-kit/core';
import { refusal } from '../common/refusals.ts';
import { toLinkedSession } from '../connections/loginFacts.ts';
import type { TombstoneRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { finishDeletion, unverifiedWindow } from '../deletion/finishDeletion.ts';

/**
 * Deletes the user's connection and its data now, and the card at Flinks when no other user keeps the same login.
 * The tombstone is written first, so that a crash between any two steps is finished by `maintain()`; asking again is
 * answered the same.
 */
export async function deleteConnection(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<DeletionOutcome> {
  const tombstone = await context.tombstones.get(connectionId);
  if (tombstone?.userId === userId) {
    // Flinks was asked lately, and answers no sooner for being asked more often.
    const waits = tombstone.status === 'deleting' && tombstone.dueAt > context.clock.now();
    return waits ? { status: 'deleting' } : finishDeletion(context, tombstone);
  }

  const connection = await context.connections.get(connectionId);
  if (connection === null && (await context.connections.peek(connectionId))?.userId === userId) {
    return deleteUnreadable(context, userId, connectionId);
  }
  if (connection?.userId !== userId) throw refusal('connection-not-found');
  const { login, loginKey } = connection;
  const now = context.clock.now();
  const made: TombstoneRecord = {
    id: connectionId,
    userId,
    loginKey,
    login,
    unverified: await unverifiedWindow(context, connection),
    status: 'deleting',
    createdAt: now,
    attempts: 0,
    dueAt: now,
  };
  const first = await context.tombstones.insert(made);
  const outcome = await finishDeletion(context, made);
  if (first) {
    context.audit(userId, 'deleted', { connectionId });
    context.emit({ type: 'deleted', userId, connectionId });
  }
  return outcome;
}

/**
 * Deletes a connection whose row does not open. Its card at Flinks can be deleted only where a session still holds the
 * login; whether it is this user's is asked of Flinks, since nothing else shows it.
 */
async function deleteUnreadable(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<DeletionOutcome> {
  const linked = await findLinked(context, userId, connectionId);
  if (linked === null) {
    context.warn(
      'A connection was deleted whose row cannot be opened, so its login is not known and its card at Flinks stays. Ask Flinks to delete it; put a lost key back before the next deletion.',
    );
  }
  const { login = null, unverified = null } = linked ?? {};
  const [loginKey = ''] = login === null ? [] : await context.vault.fingerprints(login.reveal());
  const now = context.clock.now();
  const tombstone: TombstoneRecord = {
    id: connectionId,
    userId,
    loginKey,
    login,
    unverified,
    status: login === null ? 'deleted' : 'deleting',
    createdAt: now,
    attempts: 0,
    dueAt: login === null ? now + context.timing.tombstoneKeptMs : now,
  };
  await context.tombstones.insert(tombstone);
  const outcome = await finishDeletion(context, tombstone);
  context.audit(userId, 'deleted', { connectionId });
  context.emit({ type: 'deleted', userId, connectionId });
  return outcome;
}

async function findLinked(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<Pick<TombstoneRecord, 'login' | 'unverified'> | null> {
  for await (const session of context.sessions.each({ userId })) {
    const { status } = session;
    if (status.status !== 'connected' || status.connectionId !== connectionId) continue;
    const { freshFrom, linkedAt } = toLinkedSession(context, session, status.intent);
    return { login: status.intent.login, unverified: { freshFrom, linkedAt } };
  }
  return null;
}

import type { DeletionOutcome } from '@flinks-kit/core';
import { isVerified, ownedConnection } from '../connections/connections.ts';
import type { TombstoneRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { finishDeletion } from '../deletion/finishDeletion.ts';

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

  const connection = await ownedConnection(context, userId, connectionId);
  const { login, loginKey, session } = connection;
  const now = context.clock.now();
  const made: TombstoneRecord = {
    id: connectionId,
    userId,
    loginKey,
    login,
    unverified: isVerified(connection) ? null : { freshFrom: session.freshFrom, linkedAt: session.linkedAt },
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

import type { DeletionOutcome } from '@flinks-kit/core';
import { ownedConnection } from '../connections/ownedConnection.ts';
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
  const buried = await context.tombstones.get(connectionId);
  if (buried?.userId === userId) {
    // Flinks was asked lately, and answers no sooner for being asked more often.
    const waits = buried.status === 'deleting' && buried.nextAt > context.clock.now();
    return waits ? { status: 'deleting' } : finishDeletion(context, buried);
  }

  const connection = await ownedConnection(context, userId, connectionId);
  const { login, loginKey, provisional, sessionOpenedAt, linkedAt } = connection;
  const now = context.clock.now();
  const tombstone: TombstoneRecord = {
    id: connectionId,
    userId,
    loginKey,
    login,
    unproved: provisional ? { sessionOpenedAt, linkedAt } : null,
    status: 'deleting',
    createdAt: now,
    attempts: 0,
    nextAt: now,
  };
  const first = await context.tombstones.insert(tombstone);
  const outcome = await finishDeletion(context, tombstone);
  if (first) {
    context.audit(userId, 'deleted', { connectionId });
    context.emit({ type: 'deleted', userId, connectionId });
  }
  return outcome;
}

import { takeLogin } from '../connections/withLogin.ts';
import { forgetIdentityKey } from '../connections/identifyAccounts.ts';
import { removeOwner } from '../connections/owners.ts';
import { forgetSessions, removeRows } from './finishDeletion.ts';
import { forEachDue, type MaintenanceTally } from '../store/forEachDue.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { ConnectionRecord } from '../store/records.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Removes connections that were not verified within 24 hours. Only our rows go: the card at Flinks may be another
 * user's. Returns how many were removed.
 */
export function expireUnverified(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  return forEachDue(context, tally, context.connections, async (connection) => {
    if (!isExpired(context, connection)) return false;
    const release = await takeLogin(context, connection.login, {
      waitMs: 0,
      holdMs: fixedTiming.leaseMarginMs,
    });
    if (release === null) return false;
    try {
      return await expire(context, connection.id);
    } finally {
      await release();
    }
  });
}

/** Repeated after a crash: the connection, which is found by its date, is removed last. */
async function expire(context: ServerContext, connectionId: string): Promise<boolean> {
  // Read again with the login's lease: it may have been verified or linked again.
  const connection = await context.connections.get(connectionId);
  if (connection === null || !isExpired(context, connection)) return false;
  const { id, userId, login, loginKey } = connection;
  const now = context.clock.now();
  const dueAt = now + context.timing.tombstoneKeptMs;
  await context.tombstones.insert({
    id,
    userId,
    loginKey,
    login: null,
    unverified: null,
    status: 'deleted',
    createdAt: now,
    attempts: 0,
    dueAt,
  });
  await forgetSessions(context, { userId, createdAt: now }, login);
  await removeOwner(context, userId, login, id);
  await removeRows(context, id);
  await forgetIdentityKey(context, userId);
  context.audit(userId, 'unverified-expired', { connectionId: id });
  context.emit({ type: 'deleted', userId, connectionId: id });
  return true;
}

const isExpired = ({ clock, timing }: ServerContext, { verification, session }: ConnectionRecord): boolean =>
  verification.status !== 'verified' && session.linkedAt + timing.unverifiedKeptMs <= clock.now();

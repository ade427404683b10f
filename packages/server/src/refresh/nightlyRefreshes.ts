import { FlinksKitError } from '@flinks-kit/core';
import { collectAccounts, startCollection } from '../collection/collectAccounts.ts';
import { isCollecting } from '../collection/nextCollection.ts';
import { isVerified } from '../connections/connections.ts';
import type { ConnectionRecord } from '../store/records.ts';
import { forEachDue, type MaintenanceTally } from '../store/forEachDue.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { switchNightlyRefresh } from './switchNightlyRefresh.ts';

/**
 * Switches the nightly refresh off where the connection was not used for long, since Flinks bills it
 * (docs/flinks/api.md 6.3). Answers how many were switched off.
 */
export function endUnusedRefreshes(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  const { clock, timing } = context;
  return forEachDue(context, tally, context.connections, async (connection) => {
    if (!isSwitchedOn(context, connection) || !isVerified(connection)) return false;
    if (clock.now() - connection.lastUsedAt < timing.unusedMs) return false;
    try {
      await switchNightlyRefresh(context, connection, false);
      context.audit(connection.userId, 'nightly-refresh-changed', { connectionId: connection.id });
      return true;
    } catch (cause) {
      if (!(cause instanceof FlinksKitError)) throw cause;
      context.warn(
        'The nightly refresh of an unused connection could not be switched off; it is tried again.',
        cause,
      );
      return false;
    }
  });
}

/** Asks Flinks for each login that will soon have gone unread for seven days. Answers how many were asked for. */
export function keepNightlyRefreshes(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  return forEachDue(context, tally, context.connections, async (connection) => {
    if (!isSwitchedOn(context, connection)) return false;
    const collection = await context.collections.get(connection.id);
    // One that is under way keeps its waits: a bank that is down is not asked at every run.
    if (collection === null || !isCollecting(collection)) await startCollection(context, connection, null);
    await collectAccounts(context, connection.id);
    return true;
  });
}

/** Whether the connection is due for its nightly refresh, and not for another job. */
const isSwitchedOn = (
  { clock, timing }: ServerContext,
  { nightlyRefresh, lastCachedCallAt }: ConnectionRecord,
): boolean => nightlyRefresh === true && lastCachedCallAt + timing.nightlyTouchMs <= clock.now();

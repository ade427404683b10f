import { FlinksKitError } from '@flinks-kit/core';
import { collectAccounts, startCollection } from '../collection/collectAccounts.ts';
import { isCollecting } from '../collection/nextCollection.ts';
import { isVerified } from '../connections/connections.ts';
import type { ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { switchNightlyRefresh } from './switchNightlyRefresh.ts';

/**
 * Switches the nightly refresh off where the connection was not used for long, since Flinks bills it
 * (docs/flinks/api.md 6.3). Answers how many were switched off.
 */
export async function endUnusedRefreshes(context: ServerContext): Promise<number> {
  const { clock, timing } = context;
  let ended = 0;
  for (const connection of await switchedOn(context)) {
    if (!isVerified(connection) || clock.now() - connection.lastUsedAt < timing.unusedMs) continue;
    try {
      await switchNightlyRefresh(context, connection, false);
      context.audit(connection.userId, 'nightly-refresh-changed', { connectionId: connection.id });
      ended += 1;
    } catch (cause) {
      if (!(cause instanceof FlinksKitError)) throw cause;
      context.warn(
        'The nightly refresh of an unused connection could not be switched off; it is tried again.',
        cause,
      );
    }
  }
  return ended;
}

/** Asks Flinks for each login that will soon have gone unread for seven days. Answers how many were asked for. */
export async function keepNightlyRefreshes(context: ServerContext): Promise<number> {
  const due = await switchedOn(context);
  for (const connection of due) {
    const collection = await context.collections.get(connection.id);
    // One that is under way keeps its waits: a bank that is down is not asked at every run.
    if (collection === null || !isCollecting(collection)) await startCollection(context, connection, null);
    await collectAccounts(context, connection.id);
  }
  return due.length;
}

/** Connections with a nightly refresh that is to be looked at now. */
async function switchedOn({
  connections,
  clock,
  timing,
}: ServerContext): Promise<readonly ConnectionRecord[]> {
  const now = clock.now();
  const due = await connections.list({ dueBefore: now + 1, limit: 200 });
  // Others are due for another job.
  return due.filter(
    ({ nightlyRefresh, lastCachedCallAt }) =>
      nightlyRefresh === true && lastCachedCallAt + timing.nightlyTouchMs <= now,
  );
}

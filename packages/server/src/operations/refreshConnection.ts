import type { RefreshOutcome } from '@flinks-kit/core';
import { isVerified, isWithheld, ownedConnection } from '../connections/connections.ts';
import { isRefreshing, toConnection } from '../connections/toConnection.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { waitAtMost } from '../common/concurrency.ts';
import { liveRefresh } from '../refresh/liveRefresh.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Starts a live refresh and answers at once. Asking again returns its result: `done`, `pending`, or `action-required`
 * when only the user can continue. Within the cooldown the last result is returned.
 */
export async function refreshConnection(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<RefreshOutcome> {
  await ownedConnection(context, userId, connectionId);
  const refresh = liveRefresh(context, connectionId);
  context.waitUntil(refresh);
  const over = await waitAtMost(context.clock, context.timing.readWaitMs, refresh);

  const record = await ownedConnection(context, userId, connectionId);
  const connection = await toConnection(context, record);
  if (isWithheld(record)) return { status: 'action-required', connection, retryAfterMs: null };
  if (!over || isRefreshing(context, record)) {
    const pollAt = record.refresh.status === 'background' ? record.refresh.pollAt : 0;
    const retryAfterMs = Math.max(fixedTiming.refreshRetryMs, pollAt - context.clock.now());
    return { status: 'pending', connection, retryAfterMs };
  }
  const { status, flinksCode } = record.health;
  if (status === 'unavailable') throw refusal('unavailable', { flinksCode });
  if (!isVerified(record) && status === 'pending')
    return { status, connection, retryAfterMs: fixedTiming.refreshRetryMs };
  return { status: status === 'needs-user' ? 'action-required' : 'done', connection, retryAfterMs: null };
}

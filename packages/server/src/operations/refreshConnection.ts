import type { RefreshOutcome } from '@flinks-kit/core';
import { ownedConnection } from '../connections/ownedConnection.ts';
import { toConnection } from '../connections/toConnection.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { waitAtMost } from '../concurrency/waitAtMost.ts';
import { liveRefresh } from '../refresh/liveRefresh.ts';

/**
 * Starts a live visit to the bank and answers at once. Asking again tells how it came out: `done`, `pending`, or
 * `action-required` when only the person can go on. Within the cooldown it is the last outcome that is told.
 */
export async function refreshConnection(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<RefreshOutcome> {
  await ownedConnection(context, userId, connectionId);
  const visit = liveRefresh(context, connectionId);
  context.waitUntil(visit);
  const over = await waitAtMost(context.clock, context.timing.readWaitMs, visit);

  const record = await ownedConnection(context, userId, connectionId);
  const connection = toConnection(context, record);
  if (!over || (record.visitingUntil ?? 0) > context.clock.now()) {
    const askAt = record.visit?.askAt ?? 0;
    const retryAfterMs = Math.max(askAgainMs, askAt - context.clock.now());
    return { status: 'pending', connection, retryAfterMs };
  }
  const { status, flinksCode } = record.health;
  if (status === 'unavailable') throw refusal('unavailable', { flinksCode });
  if (record.provisional && status === 'pending') return { status, connection, retryAfterMs: askAgainMs };
  return { status: status === 'needs-user' ? 'action-required' : 'done', connection, retryAfterMs: null };
}

const askAgainMs = 2_000;

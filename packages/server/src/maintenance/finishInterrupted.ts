import { FlinksKitError } from '@flinks-kit/core';
import { settleLink } from '../linking/settleLink.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { applyDelivery } from '../webhooks/applyDelivery.ts';
import { finishDeletion } from '../deletion/finishDeletion.ts';
import { liveRefresh } from '../refresh/liveRefresh.ts';

// What a crash, or an answer of Flinks' that was "not yet", left half-done. Each answers how many it brought to an end.

/** Cards that Flinks has not deleted yet. */
export async function finishDeletions(context: ServerContext): Promise<number> {
  const due = await context.tombstones.list({ dueBefore: context.clock.now() + 1, limit: batch });
  let finished = 0;
  for (const tombstone of due) {
    if (tombstone.status !== 'deleting') continue;
    const { status } = await finishDeletion(context, tombstone);
    if (status !== 'deleting') finished += 1;
  }
  return finished;
}

/** Links that were begun: a process that died in the middle left them. */
export async function finishLinks(context: ServerContext): Promise<number> {
  const due = await context.sessions.list({ dueBefore: context.clock.now() + 1, limit: batch });
  let finished = 0;
  for (const session of due) {
    if (session.status.status !== 'linking') continue;
    try {
      await context.links(session.id, () => settleLink(context, session));
      finished += 1;
    } catch (error) {
      if (!(error instanceof FlinksKitError)) throw error;
      // A link that is refused is finished, too: its session records it. One that waits for its login is not.
      if (!error.retry) finished += 1;
    }
  }
  return finished;
}

/** Deliveries that were stored, and not applied. */
export async function finishWebhooks(context: ServerContext): Promise<number> {
  const due = await context.inbox.list({ dueBefore: context.clock.now() + 1, limit: batch });
  const waiting = due.filter(({ body }) => body !== null);
  let finished = 0;
  for (const delivery of waiting) {
    try {
      await applyDelivery(context, delivery);
      finished += 1;
    } catch (cause) {
      context.warn('A stored webhook could not be applied; it is tried again next time.', cause);
    }
  }
  return finished;
}

/** Background refreshes whose connections no user read since. */
export async function finishRefreshes(context: ServerContext): Promise<number> {
  const due = await context.connections.list({ dueBefore: context.clock.now() + 1, limit: batch });
  let finished = 0;
  for (const { id, refresh } of due) {
    if (refresh.status !== 'background') continue;
    await liveRefresh(context, id);
    if ((await context.connections.get(id))?.refresh.status !== 'background') finished += 1;
  }
  return finished;
}

// A page at a time: the rest is due at the next run.
const batch = 200;

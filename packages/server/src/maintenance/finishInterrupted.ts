import { FlinksKitError } from '@flinks-kit/core';
import { settleLink } from '../linking/settleLink.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { applyDelivery } from '../webhooks/applyDelivery.ts';
import { finishDeletion } from '../deletion/finishDeletion.ts';
import { liveRefresh } from '../refresh/liveRefresh.ts';
import { forEachDue, type MaintenanceTally } from '../store/forEachDue.ts';

// What a crash, or an answer of Flinks' that was "not yet", left half-done. Each answers how many it brought to an end.

/** Cards that Flinks has not deleted yet. */
export function finishDeletions(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  return forEachDue(context, tally, context.tombstones, async (tombstone) => {
    if (tombstone.status !== 'deleting') return false;
    return (await finishDeletion(context, tombstone)).status !== 'deleting';
  });
}

/** Links that were begun: a process that died in the middle left them. */
export function finishLinks(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  return forEachDue(context, tally, context.sessions, async (session) => {
    if (session.status.status !== 'linking') return false;
    try {
      await context.links(session.id, () => settleLink(context, session));
    } catch (error) {
      if (!(error instanceof FlinksKitError)) throw error;
    }
    // A link that is refused is finished, too: its session records it. One that waits for its login is not.
    return (await context.sessions.get(session.id))?.status.status !== 'linking';
  });
}

/** Deliveries that were stored, and not applied. */
export function finishWebhooks(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  return forEachDue(context, tally, context.inbox, async (delivery) => {
    if (delivery.body === null) return false;
    await applyDelivery(context, delivery);
    return true;
  });
}

/** Background refreshes whose connections no user read since. */
export function finishRefreshes(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  return forEachDue(context, tally, context.connections, async ({ id, refresh }) => {
    if (refresh.status !== 'background') return false;
    await liveRefresh(context, id);
    return (await context.connections.get(id))?.refresh.status !== 'background';
  });
}

import { FlinksKitError } from '@flinks-kit/core';
import type { CollectionRecord, ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { afterFailure } from './afterFailure.ts';
import { applyStep } from './applyStep.ts';
import { runPhase } from './runPhase.ts';

/**
 * Takes a connection's collection as far as it goes now: Authorize, Summary, Detail, then one question to the async
 * twin per ten seconds (docs/flinks/api.md 2.5–2.7). Never rejects. A lease in the store keeps every other process
 * from doing the same, and every step is stored, so that whoever comes next goes on from it.
 */
export async function collectAccounts(context: ServerContext, connectionId: string): Promise<void> {
  const { store, clock, timing } = context;
  const key = `collect:${connectionId}`;
  const holder = context.newId();
  const extend = () =>
    store.lease({ key, holder, now: clock.now(), until: clock.now() + timing.syncHoldMs + 30_000 });
  try {
    while (await extend()) {
      const connection = await context.connections.get(connectionId);
      const collection = await context.collections.get(connectionId);
      if (connection === null || collection === null || !isDue(collection, clock.now())) return;
      await takeStep(context, connection, collection);
    }
  } catch (cause) {
    context.warn('A collection of accounts was interrupted; the next read goes on with it.', cause);
  } finally {
    await store.release(key, holder).catch(() => undefined);
  }
}

/** Whether there is something to ask Flinks now. */
export const isDue = (collection: CollectionRecord, now: number): boolean =>
  isCollecting(collection) && collection.nextAt <= now;

/** Whether more is to come by itself. */
export const isCollecting = ({ phase }: CollectionRecord): boolean =>
  phase !== 'ready' && phase !== 'stopped';

async function takeStep(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
): Promise<void> {
  try {
    await applyStep(context, connection, collection, await runPhase(context, connection, collection));
  } catch (cause) {
    if (!(cause instanceof FlinksKitError)) throw cause;
    // No answer to read is the network's or Flinks' trouble, not the connection's: it is tried again, later.
    context.warn('Flinks could not be asked for accounts; it is asked again later.', cause);
    await applyStep(context, connection, collection, {
      answer: null,
      change: afterFailure(context, collection, cause.flinksCode),
    });
  }
}

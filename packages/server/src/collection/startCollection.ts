import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { CollectionRecord, ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { afterAuthorize } from './afterAuthorize.ts';

/**
 * Begins to collect a connection's accounts, from the answer of an Authorize where there is one. What was collected
 * before stays readable until the new Detail is there.
 */
export async function startCollection(
  context: ServerContext,
  connection: ConnectionRecord,
  answer: FlinksAnswer | null,
): Promise<void> {
  // Only a fresh sign-in at the bank opens a refused login again.
  if (connection.refused) return;
  const now = context.clock.now();
  const fresh: CollectionRecord = {
    id: connection.id,
    userId: connection.userId,
    run: context.newId(),
    phase: 'authorize',
    requestId: null,
    startedAt: now,
    nextAt: now,
    failures: 0,
    flinksCode: null,
    summary: null,
    accounts: null,
    complete: false,
    asOf: null,
  };
  const begun = answer === null ? fresh : { ...fresh, ...afterAuthorize(context, fresh, answer) };
  if (await context.collections.insert(begun)) {
    // Looked for after the insert, so that a deletion that was faster leaves no accounts behind.
    if ((await context.connections.get(connection.id)) === null)
      await context.collections.remove(connection.id);
    return;
  }
  await context.collections.update(connection.id, ({ accounts, complete, asOf }) => ({
    ...begun,
    accounts,
    complete,
    asOf,
  }));
}

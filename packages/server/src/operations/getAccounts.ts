import type { AccountsSnapshot } from '@flinks-kit/core';
import { isWithheld, ownedConnection, recordUse } from '../connections/connections.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import type { CollectionRecord, ConnectionRecord } from '../store/records.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { waitAtMost } from '../common/concurrency.ts';
import { isCollecting, isDue } from '../collection/nextCollection.ts';
import { selectAccounts } from '../connections/selectAccounts.ts';
import { resumeCollection, startCollection } from '../collection/collectAccounts.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * The accounts that were collected so far. A read continues a due collection, waits for it a moment, and returns what
 * is there: it never holds a request until the bank is done. Refuses (`login-unconfirmed`) a login that may be another
 * user's.
 */
export async function getAccounts(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<AccountsSnapshot> {
  // Before the connection: what is withheld meanwhile is not shown.
  const read = await context.collections.get(connectionId);
  const owned = await ownedConnection(context, userId, connectionId);
  const known = read ?? (await collectAgain(context, owned));
  const due = known !== null && isDue(known, context.clock.now());
  if (due) {
    await waitAtMost(context.clock, context.timing.readWaitMs, resumeCollection(context, connectionId));
  }
  const collection = due ? await context.collections.get(connectionId) : known;
  const connection = due || read === null ? await ownedConnection(context, userId, connectionId) : owned;
  if (isWithheld(connection)) throw refusal('login-unconfirmed');
  await recordUse(context, connection);
  if (context.beginsViewing(connectionId)) context.audit(userId, 'accounts-viewed', { connectionId });
  return toSnapshot(context, connection, collection);
}

/** The row was lost, or does not open: Flinks still has the accounts. */
async function collectAgain(
  context: ServerContext,
  connection: ConnectionRecord,
): Promise<CollectionRecord | null> {
  await startCollection(context, connection, null);
  return context.collections.get(connection.id);
}

function toSnapshot(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord | null,
): AccountsSnapshot {
  if (collection === null) throw refusal('connection-not-found');
  const { accounts = null, complete = false, asOf = null } = collection.collected ?? {};
  const collecting = isCollecting(collection);
  if (accounts === null && !collecting) throw whyNothing(collection);

  const identities = new Map(collection.collected?.identities);
  const shared = selectAccounts(accounts ?? [], connection.selection);
  return {
    status: accounts === null ? 'pending' : complete ? 'ready' : 'partial',
    accounts: shared.map((account) =>
      context.toConnected(account, connection, identities.get(account.id) ?? null),
    ),
    asOf: asOf === null ? null : new Date(asOf).toISOString(),
    retryAfterMs: collecting
      ? Math.max(collection.pollAt - context.clock.now(), fixedTiming.accountsRetryMs)
      : null,
    givesUpAt: collecting ? new Date(collection.startedAt + context.timing.processingMs).toISOString() : null,
  };
}

function whyNothing({ flinksCode, failures }: CollectionRecord) {
  const needsUser = failures === 0 || judgeFlinksCode(flinksCode) === 'needs-user';
  return refusal(needsUser ? 'needs-user' : 'unavailable', { flinksCode });
}

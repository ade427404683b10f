import { parseAccounts } from '@flinks-kit/core';
import { applyEvent } from '../collection/applyEvent.ts';
import { startCollection } from '../collection/collectAccounts.ts';
import { judgeAgain } from '../collection/judgeAnswer.ts';
import type { CollectionEvent } from '../collection/nextCollection.ts';
import { shareAccounts } from '../collection/shareAccounts.ts';
import { connectionsOfLogin, isVerified, isWithheld } from '../connections/connections.ts';
import { isBound, readRivals } from '../connections/loginFacts.ts';
import { withLogin } from '../connections/withLogin.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { hasAccounts, readDelivery } from '../flinks/readFlinksAnswer.ts';
import type { CollectionRecord, ConnectionRecord, DeliveryRecord } from '../store/records.ts';

/** Applies webhooks that arrived before the login was linked; returns how many. The caller holds the login. */
export async function applyPendingDeliveries(context: ServerContext, login: Sealed): Promise<number> {
  const loginKeys = await context.vault.fingerprints(login.reveal());
  let applied = 0;
  for await (const delivery of context.inbox.each({ loginKeys })) {
    if (delivery.body === null) continue;
    await apply(context, delivery, (work) => work());
    applied += 1;
  }
  return applied;
}

/**
 * Applies a stored delivery to every connection of its login. A Detail completes a collection without another poll;
 * anything older than the stored data is dropped, and a deleted connection stays deleted, since nothing is inserted.
 *
 * A delivery verifies only the connection of its own session. It still updates every verified connection.
 */
export const applyDelivery = (context: ServerContext, delivery: DeliveryRecord): Promise<void> =>
  apply(context, delivery, (work, login) => withLogin(context, login, work));

async function apply(
  context: ServerContext,
  delivery: DeliveryRecord,
  holdLogin: (
    work: () => Promise<ConnectionRecord | null>,
    login: Sealed,
  ) => Promise<ConnectionRecord | null>,
): Promise<void> {
  if (delivery.body === null) return;
  const { answer, responseType } = readDelivery(delivery.body, context.clock.now());
  // By the login itself: the hash that the delivery was filed under may be an older key's by now.
  const login = answer.login?.id?.reveal().toLowerCase();
  const connections = login === undefined ? [] : await connectionsOfLogin(context, login);
  if (connections.length === 0 && isAwaited(context, delivery)) return;
  noteProof(context, delivery, connections);
  for (const known of connections) {
    const bound =
      !isVerified(known) &&
      isBound(delivery, known.session, await readRivals(context, known.userId, known.login));
    const lastRefreshAt = answer.login?.lastRefreshAt ?? null;
    const judged = bound
      ? await holdLogin(
          () => judgeAgain(context, known, { isKnown: true, lastRefreshAt, isBound: true }),
          known.login,
        )
      : known;
    if (judged === null || isWithheld(judged)) continue;
    if (bound && responseType !== 'GetAccountsDetail') await startCollection(context, judged, null);
    // The collection first: what withholds the connection after this read ends its run, and the accounts are dropped.
    const collection = await context.collections.get(known.id);
    const connection = await context.connections.get(known.id);
    if (collection === null || connection === null || isWithheld(connection)) continue;
    if (isOlder(connection, collection, answer)) continue;
    await applyToConnection(context, connection, collection, answer, responseType);
  }
  await context.inbox.update(delivery.id, (current) => ({ ...current, body: null }));
}

async function applyToConnection(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
  answer: FlinksAnswer,
  responseType: string | null,
): Promise<void> {
  const { id: connectionId, userId, lastRefreshAt } = connection;
  if (answer.kind !== 'done' || responseType !== 'GetAccountsDetail' || !hasAccounts(answer)) {
    // No accounts in it: only what it reports about the login is stored.
    await applyEvent(context, connection, collection, { type: 'noted' }, answer);
    return;
  }
  const asOf = answer.login?.lastRefreshAt ?? lastRefreshAt;
  const { accounts: received } = parseAccounts(answer.body, { source: 'detail' });
  const { connection: shared, ...accounts } = await shareAccounts(
    context,
    connection,
    collection,
    received,
    answer.institutionId,
  );
  const event: CollectionEvent = { type: 'delivered', run: context.newId(), ...accounts, asOf };
  await applyEvent(context, shared, collection, event, answer);
  // Newer data than before, as of a nightly refresh: no user asked for it, so the app is notified.
  const before = collection.collected;
  if (before?.complete === true && (asOf ?? 0) > (before.asOf ?? 0)) {
    context.emit({ type: 'refreshed', userId, connectionId });
  }
}

/** In `webhook` mode Flinks must echo the tag; if it does not, no login would ever be verified. */
function noteProof(
  { freshness, noteDelivery }: ServerContext,
  delivery: DeliveryRecord,
  connections: readonly ConnectionRecord[],
): void {
  const waiting = connections.filter(({ verification }) => verification.status === 'unverified');
  if (freshness !== 'webhook' || waiting.length === 0) return;
  noteDelivery(delivery.tag !== null || waiting.some(({ session }) => isBound(delivery, session, [])));
}

/** Whether the login may still be linked by the session that it was made in. */
const isAwaited = ({ freshness, clock, timing }: ServerContext, { receivedAt }: DeliveryRecord): boolean =>
  freshness === 'webhook' && clock.now() - receivedAt < timing.sessionMs;

function isOlder(
  { lastRefreshAt }: ConnectionRecord,
  { collected }: CollectionRecord,
  { login }: FlinksAnswer,
): boolean {
  const refreshedAt = login?.lastRefreshAt ?? null;
  return refreshedAt !== null && refreshedAt < Math.max(lastRefreshAt ?? 0, collected?.asOf ?? 0);
}

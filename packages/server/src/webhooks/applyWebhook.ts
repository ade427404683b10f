import { mergeAccounts, parseAccounts } from '@flinks-kit/core';
import { applyStep } from '../collection/applyStep.ts';
import { cutToSelection } from '../collection/cutToSelection.ts';
import { connectionsOfLogin } from '../connections/connectionsOfLogin.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { readFlinksAnswer } from '../flinks/readFlinksAnswer.ts';
import type { CollectionRecord, ConnectionRecord, InboxRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * Gives a stored delivery to every connection of its login. A Detail completes a collection without another poll;
 * anything older than what is known is dropped, and a deleted connection stays deleted, since nothing is inserted.
 */
export async function applyWebhook(context: ServerContext, letter: InboxRecord): Promise<void> {
  if (letter.body === null) return;
  const answer = readFlinksAnswer({ status: 200, date: null, text: letter.body });
  // By the login itself: the hash that the letter was filed under may be an older key's by now.
  const login = answer.login?.id?.reveal().toLowerCase();
  const connections = login === undefined ? [] : await connectionsOfLogin(context, login);
  if (connections.length === 0 && isAwaited(context, letter)) return;
  for (const connection of connections) {
    const collection = await context.collections.get(connection.id);
    // Only a fresh sign-in at the bank opens a refused login again.
    if (connection.refused || collection === null || isOlder(connection, collection, answer)) continue;
    const change = completion(context, connection, collection, answer);
    await applyStep(context, connection, collection, { answer, change, signed: true });
    tellIfNews(context, connection, collection, change);
  }
  await context.inbox.update(letter.id, (current) => ({ ...current, body: null }));
}

/** Newer data than what was there, such as a night's: nobody asked for it, so an app hears of it. */
function tellIfNews(
  context: ServerContext,
  { id: connectionId, userId }: ConnectionRecord,
  { complete, asOf }: CollectionRecord,
  change: Partial<CollectionRecord>,
): void {
  if (complete && (change.asOf ?? 0) > (asOf ?? 0)) context.emit({ type: 'refreshed', userId, connectionId });
}

/** Whether the login may still be linked by the session that it was made in. */
const isAwaited = ({ freshness, clock, timing }: ServerContext, { receivedAt }: InboxRecord): boolean =>
  freshness === 'webhook' && clock.now() - receivedAt < timing.sessionMs;

function completion(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
  answer: FlinksAnswer,
): Partial<CollectionRecord> {
  if (answer.kind !== 'done' || answer.body['ResponseType'] !== 'GetAccountsDetail') return {};
  const detail = parseAccounts(answer.body, { source: 'detail' }).accounts;
  const summary = collection.summary ?? collection.accounts ?? [];
  return {
    // A new name, so that a poll under way does not set the collection back.
    run: context.newId(),
    phase: 'ready',
    requestId: null,
    summary: null,
    accounts: cutToSelection(mergeAccounts(summary, detail), connection.selection),
    complete: true,
    asOf: answer.login?.lastRefreshAt ?? connection.lastRefreshAt,
    failures: 0,
    flinksCode: null,
  };
}

function isOlder(
  { lastRefreshAt }: ConnectionRecord,
  { asOf }: CollectionRecord,
  { login }: FlinksAnswer,
): boolean {
  const told = login?.lastRefreshAt ?? null;
  return told !== null && told < Math.max(lastRefreshAt ?? 0, asOf ?? 0);
}

import { FlinksKitError, parseAccounts } from '@flinks-kit/core';
import { isWithheld } from '../connections/connections.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { hasAccounts } from '../flinks/readFlinksAnswer.ts';
import type { CollectionRecord, ConnectionRecord } from '../store/records.ts';
import { applyEvent } from './applyEvent.ts';
import { stopWithheld } from './judgeAnswer.ts';
import { lostIdentities, shareAccounts, unsharedIds } from './shareAccounts.ts';
import { type CollectionEvent, isDue, newCollection, nextCollection } from './nextCollection.ts';
import { selectAccounts } from '../connections/selectAccounts.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Starts to collect a connection's accounts, from the answer of an Authorize where there is one. What was collected
 * before stays readable until the new Detail is there.
 */
export async function startCollection(
  context: ServerContext,
  connection: ConnectionRecord,
  answer: FlinksAnswer | null,
): Promise<void> {
  const { clock, timing } = context;
  // Only a new sign-in at the bank, or a signed delivery of this very session, verifies a rejected login.
  if (connection.verification.status === 'rejected') return;
  const now = clock.now();
  const run = context.newId();
  const start = (collection: CollectionRecord): CollectionRecord => {
    const before = isWithheld(connection)
      ? nextCollection(collection, { type: 'withheld', run }, now, timing)
      : collection;
    const shared = nextCollection(before, { type: 'selected', selection: connection.selection }, now, timing);
    const started = nextCollection(shared, { type: 'started', run }, now, timing);
    return answer === null ? started : nextCollection(started, toAuthorized(answer, connection), now, timing);
  };
  const { id, userId } = connection;
  const isNew = await context.collections.insert(start(newCollection(id, userId, run, now)));
  if (!isNew) await context.collections.update(id, start);
  // Read after the write, so that a deletion that was faster leaves no accounts behind, and a contest none to ask for.
  const current = await context.connections.get(id);
  if (current === null && isNew) await context.collections.remove(id);
  if (current !== null && isWithheld(current) && !isWithheld(connection)) await stopWithheld(context, id);
}

/** Continues a collection; resolves when it has come as far as it can now. Concurrent callers share the work. */
export function resumeCollection(context: ServerContext, connectionId: string): Promise<void> {
  const work = context.collecting(connectionId, () => collectAccounts(context, connectionId));
  context.waitUntil(work);
  return work;
}

/**
 * Takes a connection's collection as far as it goes now: Authorize, Summary, Detail, then one poll of the async
 * endpoint per ten seconds (docs/flinks/api.md 2.5–2.7). Never rejects. A lease in the store keeps every other process
 * from doing the same, and every step is stored, so that any process continues from it.
 */
export async function collectAccounts(context: ServerContext, connectionId: string): Promise<void> {
  const { store, clock, timing } = context;
  const key = `collect:${connectionId}`;
  const holder = context.newId();
  const extend = () => {
    const now = clock.now();
    const until = now + timing.syncHoldMs + fixedTiming.leaseMarginMs;
    return store.lease({ key, holder, now, until, latestUntil: until });
  };
  try {
    while (await extend()) {
      const connection = await context.connections.get(connectionId);
      const collection = await context.collections.get(connectionId);
      if (connection === null || collection === null || !isDue(collection, clock.now())) return;
      const outcome = await callFlinks(context, connection, collection);
      await applyEvent(context, outcome.connection, collection, outcome.event, outcome.answer);
    }
  } catch (cause) {
    context.warn('A collection of accounts was interrupted; the next read continues it.', cause);
  } finally {
    await store.release(key, holder).catch(() => undefined);
  }
}

/** Makes the one call to Flinks that a collection's phase asks for. */
async function callFlinks(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
): Promise<CallOutcome> {
  const { clock, timing } = context;
  const overdue: CollectionEvent = { type: 'overdue' };
  if (nextCollection(collection, overdue, clock.now(), timing) !== collection) {
    return { event: overdue, answer: null, connection };
  }
  try {
    return await callPhase(context, connection, collection);
  } catch (cause) {
    if (!(cause instanceof FlinksKitError)) throw cause;
    // No answer to read is a fault of the network or of Flinks, not of the connection.
    context.warn('Flinks could not be asked for accounts; the call is made again later.', cause);
    return { event: { type: 'failed', flinksCode: cause.flinksCode }, answer: null, connection };
  }
}

async function callPhase(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
): Promise<CallOutcome> {
  const { flinks } = context;
  const { phase, requestId } = collection;
  if (requestId === null) {
    const { login, language } = connection;
    const answer = await flinks.authorize({ login, live: false, language });
    return { event: toAuthorized(answer, connection), answer, connection };
  }
  if (phase === 'summary' || phase === 'summary-async') {
    const answer = await (phase === 'summary'
      ? flinks.getSummary(requestId)
      : flinks.getSummaryAsync(requestId));
    const event = hasAccounts(answer) ? toSummary(connection, collection, answer) : toUnfinished(answer);
    return { event, answer, connection };
  }
  const answer =
    phase === 'detail'
      ? await flinks.getDetail(requestId, filterOf(connection, collection))
      : await flinks.getDetailAsync(requestId);
  return toDetail(context, connection, collection, answer);
}

interface CallOutcome {
  readonly event: CollectionEvent;
  /** `null` when there was none. */
  readonly answer: FlinksAnswer | null;
  /** As it is after the call: its selection may have the new id of an account. */
  readonly connection: ConnectionRecord;
}

const toAuthorized = (
  { kind, requestId, flinksCode }: FlinksAnswer,
  connection: ConnectionRecord,
): CollectionEvent => ({ type: 'authorized', kind, requestId, flinksCode, withheld: isWithheld(connection) });

function toSummary(
  { selection, lastRefreshAt }: ConnectionRecord,
  collection: CollectionRecord,
  answer: FlinksAnswer,
): CollectionEvent {
  const { kind, login, body } = answer;
  if (kind !== 'done') return toUnfinished(answer);
  const { accounts } = parseAccounts(body, { source: 'summary' });
  const isLost = lostIdentities(selection, collection, accounts).length > 0;
  return {
    type: 'summary',
    accounts: selectAccounts(accounts, selection),
    // One of them may be a chosen account with another id: the Detail decides that.
    unsharedIds: isLost ? null : unsharedIds(accounts, selection),
    asOf: login?.lastRefreshAt ?? lastRefreshAt,
    nothingShared: selection.mode === 'chosen' && selection.accountIds.length === 0,
  };
}

async function toDetail(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
  answer: FlinksAnswer,
): Promise<CallOutcome> {
  const { kind, login, body, institutionId } = answer;
  if (kind !== 'done' || !hasAccounts(answer)) return { event: toUnfinished(answer), answer, connection };
  const { accounts: received } = parseAccounts(body, { source: 'detail' });
  const { connection: shared, ...accounts } = await shareAccounts(
    context,
    connection,
    collection,
    received,
    institutionId,
  );
  const asOf = login?.lastRefreshAt ?? connection.lastRefreshAt;
  return { event: { type: 'detail', ...accounts, asOf }, answer, connection: shared };
}

/** Also of a success without accounts, which is asked for again. */
const toUnfinished = ({ kind, flinksCode }: FlinksAnswer): CollectionEvent =>
  kind === 'pending' ? { type: 'pending' } : { type: 'refused', challenge: kind === 'challenge', flinksCode };

/** All accounts are asked for where a chosen one has another id now: it is found by its identity. */
function filterOf({ selection }: ConnectionRecord, collection: CollectionRecord): readonly string[] | null {
  if (selection.mode === 'all') return null;
  const isLost = lostIdentities(selection, collection, collection.summary ?? []).length > 0;
  return isLost ? null : selection.accountIds;
}

import { type Account, type AccountSource, mergeAccounts, parseAccounts } from '@flinks-kit/core';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import type { CollectionRecord, ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { afterAuthorize } from './afterAuthorize.ts';
import { afterFailure } from './afterFailure.ts';
import { cutToSelection } from './cutToSelection.ts';

/** Makes the one call to Flinks that a collection's phase asks for, and says how the collection goes on. */
export async function runPhase(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
): Promise<PhaseOutcome> {
  const { flinks } = context;
  const { phase, requestId } = collection;
  if (phase === 'ready' || phase === 'stopped') return { answer: null, change: {} };
  if (phase === 'authorize' || requestId === null) {
    const { login, language } = connection;
    const answer = await flinks.authorize({ login, live: false, language });
    return { answer, change: afterAuthorize(context, collection, answer) };
  }
  const expired = afterExpiry(context, collection);
  if (expired !== null) return { answer: null, change: expired };
  if (phase === 'summary' || phase === 'summary-async') {
    const answer = await (phase === 'summary'
      ? flinks.getSummary(requestId)
      : flinks.getSummaryAsync(requestId));
    return { answer, change: afterSummary(context, connection, collection, answer) };
  }
  const answer =
    phase === 'detail'
      ? await flinks.getDetail(requestId, filterOf(connection))
      : await flinks.getDetailAsync(requestId);
  return { answer, change: afterDetail(context, connection, collection, answer) };
}

/** What a phase came to. `answer` is `null` when there was none. */
export interface PhaseOutcome {
  readonly answer: FlinksAnswer | null;
  readonly change: Partial<CollectionRecord>;
  /** Whether Flinks signed the answer, as it signs its webhooks. */
  readonly signed?: boolean;
}

function afterSummary(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
  answer: FlinksAnswer,
): Partial<CollectionRecord> {
  if (answer.kind !== 'done') return unfinished(context, collection, 'summary-async', answer);
  const summary = read(connection, answer, 'summary');
  const asOf = answer.login?.lastRefreshAt ?? connection.lastRefreshAt;
  const rest = { summary, nextAt: context.clock.now() };
  // Nothing is shared, so there is nothing to ask the Detail for.
  if (connection.selection.mode === 'chosen' && connection.selection.accountIds.length === 0) {
    return { ...rest, phase: 'ready', accounts: [], complete: true, asOf, requestId: null };
  }
  // A complete picture of before is better than half of a new one: it stays until the Detail is there.
  return collection.complete
    ? { ...rest, phase: 'detail' }
    : { ...rest, phase: 'detail', accounts: summary, asOf };
}

function afterDetail(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
  answer: FlinksAnswer,
): Partial<CollectionRecord> {
  if (answer.kind !== 'done') return unfinished(context, collection, 'detail-async', answer);
  const accounts = mergeAccounts(collection.summary ?? [], read(connection, answer, 'detail'));
  const asOf = answer.login?.lastRefreshAt ?? connection.lastRefreshAt;
  return { phase: 'ready', accounts, complete: true, asOf, requestId: null, summary: null, failures: 0 };
}

function unfinished(
  context: ServerContext,
  collection: CollectionRecord,
  poll: 'summary-async' | 'detail-async',
  { kind, flinksCode }: FlinksAnswer,
): Partial<CollectionRecord> {
  if (kind === 'pending') return { phase: poll, nextAt: context.clock.now() + context.timing.asyncPollMs };
  if (kind === 'challenge' || judgeFlinksCode(flinksCode) === 'needs-user') {
    return { phase: 'stopped', flinksCode, requestId: null };
  }
  return afterFailure(context, collection, flinksCode);
}

const read = (connection: ConnectionRecord, { body }: FlinksAnswer, source: AccountSource) =>
  cutToSelection(parseAccounts(body, { source }).accounts, connection.selection) satisfies readonly Account[];

const filterOf = ({ selection }: ConnectionRecord) =>
  selection.mode === 'all' ? null : selection.accountIds;

/** What to do about a RequestId that Flinks has let go of by now (docs/flinks/api.md 6.5); `null` while it lives. */
function afterExpiry(context: ServerContext, collection: CollectionRecord): Partial<CollectionRecord> | null {
  const { clock, timing } = context;
  const now = clock.now();
  // Nobody came to read for so long: no failure, just a new beginning.
  if (now - collection.nextAt > timing.requestMs) {
    return { phase: 'authorize', requestId: null, startedAt: now, nextAt: now };
  }
  const processing = now - collection.startedAt > timing.processingMs;
  return processing ? afterFailure(context, collection, 'SESSION_EXPIRED') : null;
}

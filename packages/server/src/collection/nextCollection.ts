import { type Account, mergeAccounts } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import { fixedTiming, type FlinksTiming } from '../common/timing.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import { selectAccounts } from '../connections/selectAccounts.ts';
import type { AccountIdentity, AccountSelection, CollectionRecord } from '../store/records.ts';

/**
 * Every transition of a collection: Authorize, then Summary, then Detail (docs/flinks/api.md 2.5–2.7). An event that
 * the phase does not wait for changes nothing, so events may come in any order.
 */
export function nextCollection(
  collection: CollectionRecord,
  event: CollectionEvent,
  now: number,
  timing: CollectionTiming,
): CollectionRecord {
  switch (event.type) {
    case 'started':
      return {
        ...collection,
        run: event.run,
        phase: 'authorize',
        requestId: null,
        startedAt: now,
        pollAt: now,
        failures: 0,
        flinksCode: null,
        summary: null,
      };
    case 'authorized':
      return collection.phase === 'authorize' ? afterAuthorize(collection, event, now, timing) : collection;
    case 'summary':
      return awaits(collection, 'summary') ? afterSummary(collection, event, now) : collection;
    case 'detail':
      return awaits(collection, 'detail') ? afterDetail(collection, event, now) : collection;
    case 'pending':
      if (collection.requestId === null) return collection;
      return {
        ...collection,
        phase: awaits(collection, 'summary') ? 'summary-async' : 'detail-async',
        pollAt: now + timing.asyncPollMs,
      };
    case 'refused': {
      if (!isCollecting(collection)) return collection;
      const isUsers = event.challenge || judgeFlinksCode(event.flinksCode) === 'needs-user';
      return isUsers ? stop(collection, event.flinksCode) : afterFailure(collection, event.flinksCode, now);
    }
    case 'failed':
      return isCollecting(collection) ? afterFailure(collection, event.flinksCode, now) : collection;
    case 'overdue':
      return afterExpiry(collection, now, timing);
    case 'delivered': {
      const { run, ...received } = event;
      // One delivery has all accounts (docs/flinks/api.md 8.1): one that it lacks is gone, or has another id now.
      const ids = new Set(received.accounts.map(({ id }) => id));
      const before = heldAccounts(collection).filter(({ id }) => ids.has(id));
      return afterDetail({ ...collection, run, flinksCode: null }, received, now, before);
    }
    case 'noted':
      return collection;
    case 'selected':
      return cut(collection, event.selection);
    case 'withheld':
      return { ...stop(collection, null), run: event.run, failures: 0, summary: null, collected: null };
  }
}

/** What happens to a collection. Accounts are already cut to the selection. */
export type CollectionEvent =
  /** A new run begins; what was collected stays readable until there is better. */
  | { readonly type: 'started'; readonly run: string }
  | ({ readonly type: 'authorized'; readonly withheld: boolean } & Pick<
      FlinksAnswer,
      'kind' | 'requestId' | 'flinksCode'
    >)
  | ({ readonly type: 'summary'; readonly nothingShared: boolean } & ReceivedSummary)
  | ({ readonly type: 'detail' } & ReceivedDetail)
  /** Flinks is still working on the Summary or the Detail. */
  | { readonly type: 'pending' }
  | { readonly type: 'refused'; readonly challenge: boolean; readonly flinksCode: FlinksCode | null }
  /** There was no answer to read. */
  | { readonly type: 'failed'; readonly flinksCode: FlinksCode | null }
  /** Time passed: the RequestId may have expired. */
  | { readonly type: 'overdue' }
  /** A webhook brought the Detail. `run` is new, so that a poll in progress does not set the collection back. */
  | ({ readonly type: 'delivered'; readonly run: string } & ReceivedDetail)
  /** The user shares these accounts: whatever else was collected goes. */
  | { readonly type: 'selected'; readonly selection: AccountSelection }
  /** A webhook without accounts. */
  | { readonly type: 'noted' }
  /** The login is not known to be this user's: all data goes, and answers in progress are dropped. */
  | { readonly type: 'withheld'; readonly run: string };

/** Accounts that an answer brought. */
interface Received {
  readonly accounts: readonly Account[];
  readonly asOf: number | null;
}

interface ReceivedSummary extends Received {
  /** Ids of the login's other accounts; `null` where one of them may be a chosen account with another id. */
  readonly unsharedIds: readonly string[] | null;
}

interface ReceivedDetail extends Received {
  /** Ids of the login's other accounts, as far as they were asked for. */
  readonly unsharedIds: readonly string[];
  readonly identities: readonly AccountIdentity[];
}

/** The durations that decide about transitions. */
export type CollectionTiming = Pick<FlinksTiming, 'asyncPollMs' | 'processingMs' | 'requestMs'>;

/** A collection before its first event. */
export function newCollection(id: string, userId: string, run: string, now: number): CollectionRecord {
  return {
    id,
    userId,
    run,
    phase: 'authorize',
    requestId: null,
    startedAt: now,
    pollAt: now,
    failures: 0,
    flinksCode: null,
    summary: null,
    collected: null,
  };
}

/** Whether Flinks may be called now. */
export const isDue = (collection: CollectionRecord, now: number): boolean =>
  isCollecting(collection) && collection.pollAt <= now;

/** Whether more comes without the user. */
export const isCollecting = ({ phase }: CollectionRecord): boolean =>
  phase !== 'ready' && phase !== 'stopped';

const awaits = ({ phase }: CollectionRecord, call: 'summary' | 'detail'): boolean =>
  phase === call || phase === `${call}-async`;

/**
 * A cached Authorize replays the error of the last refresh, and its RequestId may still be used for the older data
 * (docs/flinks/api.md 2.2).
 */
function afterAuthorize(
  collection: CollectionRecord,
  { kind, requestId, flinksCode, withheld }: Extract<CollectionEvent, { type: 'authorized' }>,
  now: number,
  timing: CollectionTiming,
): CollectionRecord {
  if (kind === 'pending' && now - collection.startedAt <= timing.processingMs) {
    return { ...collection, pollAt: now + timing.asyncPollMs };
  }
  if (kind === 'challenge') return stop(collection, flinksCode);
  if (kind !== 'pending' && requestId !== null) {
    return withheld ? stop(collection, null) : { ...collection, phase: 'summary', requestId, flinksCode };
  }
  if (kind === 'refused' && judgeFlinksCode(flinksCode) === 'needs-user') return stop(collection, flinksCode);
  return afterFailure(collection, flinksCode, now);
}

function afterSummary(
  collection: CollectionRecord,
  { accounts, unsharedIds, asOf, nothingShared }: Extract<CollectionEvent, { type: 'summary' }>,
  now: number,
): CollectionRecord {
  // No Detail is asked for when the user shares nothing.
  if (nothingShared || collection.requestId === null)
    return afterDetail(
      collection,
      { accounts: [], identities: [], unsharedIds: unsharedIds ?? [], asOf },
      now,
    );
  const { collected } = collection;
  const next = { ...collection, phase: 'detail', summary: accounts, pollAt: now } as const;
  const known = collected?.unsharedIds ?? null;
  const seen = unsharedIds === null ? known : joinIds(known ?? [], unsharedIds);
  // A complete older picture is better than half of a new one: it stays until the Detail is there.
  return collected?.complete === true
    ? { ...next, collected: { ...collected, unsharedIds: seen } }
    : { ...next, collected: { accounts, identities: [], unsharedIds: seen, complete: false, asOf } };
}

function afterDetail(
  collection: CollectionRecord,
  { accounts, identities, unsharedIds, asOf }: ReceivedDetail,
  now: number,
  before: readonly Account[] = heldAccounts(collection),
): CollectionRecord {
  const seen = collection.collected?.unsharedIds ?? null;
  const merged = mergeAccounts(before, accounts);
  return {
    ...collection,
    phase: 'ready',
    requestId: null,
    pollAt: now,
    failures: 0,
    summary: null,
    collected: {
      accounts: merged,
      identities: mergeIdentities(merged, collection.collected?.identities ?? [], identities),
      unsharedIds: seen && joinIds(seen, unsharedIds),
      complete: true,
      asOf,
    },
  };
}

const heldAccounts = ({ summary, collected }: CollectionRecord): readonly Account[] =>
  summary ?? collected?.accounts ?? [];

function cut(collection: CollectionRecord, selection: AccountSelection): CollectionRecord {
  if (!holdsMore(collection, selection)) return collection;
  const { summary, collected } = collection;
  const before = collected?.accounts ?? [];
  const accounts = selectAccounts(before, selection);
  const dropped = before.filter((account) => !accounts.includes(account)).map(({ id }) => id);
  return {
    ...collection,
    summary: summary && selectAccounts(summary, selection),
    collected: collected && {
      ...collected,
      accounts,
      identities: mergeIdentities(accounts, collected.identities, []),
      unsharedIds: collected.unsharedIds && joinIds(collected.unsharedIds, dropped),
    },
  };
}

/** Whether accounts are stored that the user does not share. */
export function holdsMore({ summary, collected }: CollectionRecord, selection: AccountSelection): boolean {
  return [summary ?? [], collected?.accounts ?? []].some(
    (accounts) => selectAccounts(accounts, selection).length < accounts.length,
  );
}

/** Those of the merged accounts: a number may come masked after it came whole. */
function mergeIdentities(
  accounts: readonly Pick<Account, 'id'>[],
  before: readonly AccountIdentity[],
  received: readonly AccountIdentity[],
): readonly AccountIdentity[] {
  const known = new Map([...before, ...received]);
  return accounts.flatMap(({ id }): AccountIdentity[] => {
    const identity = known.get(id);
    return identity === undefined ? [] : [[id, identity]];
  });
}

const joinIds = (before: readonly string[], more: readonly string[]): readonly string[] =>
  [...new Set([...before, ...more])].slice(-mostUnsharedIds);

// A bound: a login has dozens of accounts, and Flinks gives them other ids rarely.
const mostUnsharedIds = 500;

/** An expired RequestId (docs/flinks/api.md 6.5). */
function afterExpiry(collection: CollectionRecord, now: number, timing: CollectionTiming): CollectionRecord {
  if (collection.requestId === null) return collection;
  // No user read the accounts for so long: no failure, just a new beginning.
  if (now - collection.pollAt > timing.requestMs) {
    return { ...collection, phase: 'authorize', requestId: null, startedAt: now, pollAt: now };
  }
  const isOver = now - collection.startedAt > timing.processingMs;
  return isOver ? afterFailure(collection, 'SESSION_EXPIRED', now) : collection;
}

/**
 * Retries later, from a new Authorize, four times. The waits grow, and differ a little between connections, so that
 * they do not all call a bank that recovers at once.
 */
function afterFailure(
  collection: CollectionRecord,
  flinksCode: FlinksCode | null,
  now: number,
): CollectionRecord {
  const failures = collection.failures + 1;
  const wait = fixedTiming.collectionRetriesMs[failures - 1];
  if (wait === undefined) return { ...stop(collection, flinksCode), failures };
  const pollAt = now + Math.round(wait * (1 + jitterOf(collection.run)));
  return {
    ...collection,
    phase: 'authorize',
    requestId: null,
    failures,
    flinksCode,
    startedAt: pollAt,
    pollAt,
  };
}

const stop = (collection: CollectionRecord, flinksCode: FlinksCode | null): CollectionRecord => ({
  ...collection,
  phase: 'stopped',
  requestId: null,
  flinksCode,
});

// 0 to 0.25, from the random name of the run: different for each, the same in each process.
const jitterOf = (run: string): number => ((run.charCodeAt(0) || 0) % 16) / 64;

import { type AccountsSnapshot, type Clock, FlinksKitError } from '@flinks-kit/core';

/**
 * Has this query been told to come back for longer than Flinks says it may take? Counts from the first answer that
 * was not final, and starts anew after each verdict.
 */
export function waitedTooLong(query: object | undefined, snapshot: AccountsSnapshot, clock: Clock): boolean {
  if (query === undefined) return false;
  if (snapshot.retryAfterMs === null) {
    waitingSince.delete(query);
    return false;
  }
  const since = waitingSince.get(query) ?? clock.now();
  waitingSince.set(query, since);
  if (clock.now() - since < longestWait) return false;
  waitingSince.delete(query);
  return true;
}

/** What the query ends with then. `retry` is false, since TanStack would otherwise ask again at once. */
export function notReadyForTooLong(): FlinksKitError {
  return new FlinksKitError(
    'Flinks did not finish collecting these accounts within 30 minutes, so they may be incomplete. ' +
      'Refetch to wait again, or refresh the connection.',
    { code: 'accounts-not-ready' },
  );
}

// Give up when Flinks does (docs/flinks/api.md 3.3).
const longestWait = 30 * 60_000;

// Keyed by the query itself: what is forgotten by the cache is forgotten here.
const waitingSince = new WeakMap<object, number>();

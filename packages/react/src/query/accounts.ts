import {
  type AccountsSnapshot,
  type Clock,
  type Connection,
  type FlinksClient,
  FlinksKitError,
  systemClock,
} from '@flinks-kit/core';
import { type QueryFunction, queryOptions, skipToken } from '@tanstack/react-query';
import { forgetIfUnconfirmed, invalidateConnection, removeIfGone } from './cache.ts';
import { fixedOptions, selectAll } from './connections.ts';
import { flinksKeys } from './keys.ts';
import { notSignedIn } from './notSignedIn.ts';
import { requireMethod } from './requireMethod.ts';
import { withAppRetry } from './retryPolicy.ts';

/**
 * The accounts of one connection. They appear as soon as Flinks has the Summary (`partial`) and complete themselves:
 * the query reads again at the interval that the server names, pauses while the page is hidden, and gives up after 30
 * minutes with a `FlinksKitError` of code `accounts-not-ready`, keeping what was read. Fetching again starts another
 * 30 minutes. Idle while there is no id, or no signed-in user.
 */
export function accountsQueryOptions(
  client: FlinksClient,
  connectionId: string | undefined,
  config: AccountsQueryConfig = {},
) {
  return queryOptions({
    queryKey: flinksKeys.accounts(client, connectionId),
    queryFn:
      !connectionId || client.userId === null ? skipToken : fetchAccounts(client, connectionId, config),
    select: selectAll<AccountsSnapshot>,
    refetchInterval: ({ state }) => (state.status === 'error' ? false : pollAfter(state.data)),
    ...fixedOptions,
  });
}

/**
 * The accounts of each connection, as `useAllAccounts` reads them: for a loader, after `connectionsQueryOptions`. A
 * connection that is being deleted is left out.
 *
 * @example
 * const connections = await queryClient.fetchQuery(connectionsQueryOptions(client));
 * await Promise.all(allAccountsQueryOptions(client, connections).map((each) => queryClient.prefetchQuery(each)));
 */
export function allAccountsQueryOptions(
  client: FlinksClient,
  connections: readonly Connection[],
  config?: AccountsQueryConfig,
): ReturnType<typeof accountsQueryOptions>[] {
  // Where an app's default throws, one bank of several would take down the page of the others.
  return connections
    .filter(isKept)
    .map(({ id }) => ({ ...accountsQueryOptions(client, id, config), throwOnError: false }));
}

/** Whether a connection's accounts count: not those of one that is being deleted. */
export const isKept = ({ health }: Connection): boolean => health.status !== 'deleting';

/** The query function alone, for `useSuspenseAccounts`, which cannot be idle. */
export function fetchAccounts(
  client: FlinksClient,
  connectionId: string,
  { clock = systemClock }: AccountsQueryConfig = {},
): QueryFunction<AccountsSnapshot, AccountsKey> {
  return async ({ signal, client: queryClient, queryKey }) => {
    if (client.userId === null) throw notSignedIn('useSuspenseAccounts');
    const response = requireMethod(client, 'getAccounts').call(client, connectionId, { signal });
    const snapshot = await withAppRetry(
      queryClient,
      queryKey,
      removeIfGone(queryClient, client, connectionId, response),
    ).catch((error: unknown) => {
      forgetIfUnconfirmed(queryClient, queryKey, error);
      throw error;
    });
    const query = queryClient.getQueryCache().find({ queryKey });
    if (hasWaitedTooLong(query, snapshot, clock)) throw accountsNotReady();

    const before = queryClient.getQueryData<AccountsSnapshot>(queryKey);
    const isComplete = before !== undefined && before.retryAfterMs !== null && snapshot.retryAfterMs === null;
    if (isComplete) invalidateConnection(queryClient, client, connectionId);
    return snapshot;
  };
}

/** What a test or a demo may replace. */
export interface AccountsQueryConfig {
  readonly clock?: Clock | undefined;
}

type AccountsKey = ReturnType<typeof flinksKeys.accounts>;

// TanStack reads 0 as "never", and a timer of more than 24 days as "at once": a tight loop would burden the server.
const shortestPollMs = 250;
const longestPollMs = 24 * 60 * 60_000;

function pollAfter(snapshot: AccountsSnapshot | undefined): number | false {
  const wait = snapshot?.retryAfterMs ?? null;
  return wait === null ? false : Math.min(Math.max(wait, shortestPollMs), longestPollMs);
}

/**
 * Has the server asked this query to come back for longer than Flinks may take? Counts from the first response that
 * was not final, and starts again after each verdict.
 */
function hasWaitedTooLong(query: object | undefined, snapshot: AccountsSnapshot, clock: Clock): boolean {
  if (query === undefined) return false;
  if (snapshot.retryAfterMs === null) {
    waitingSince.delete(query);
    return false;
  }
  const since = waitingSince.get(query) ?? clock.now();
  waitingSince.set(query, since);
  if (clock.now() - since < longestWaitMs) return false;
  waitingSince.delete(query);
  return true;
}

// Flinks gives up after the same time (docs/flinks/api.md 3.3).
const longestWaitMs = 30 * 60_000;

// Keyed by the query itself: an entry ends with its query.
const waitingSince = new WeakMap<object, number>();

// `retry` is false in both, since TanStack would otherwise ask again at once.
function accountsNotReady(): FlinksKitError {
  return new FlinksKitError(
    'Flinks did not finish collecting these accounts within 30 minutes, so they may be incomplete. ' +
      'Refetch to wait again, or refresh the connection.',
    { code: 'accounts-not-ready' },
  );
}

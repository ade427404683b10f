import { type AccountsSnapshot, type Clock, type FlinksClient, systemClock } from '@flinks-kit/core';
import { type QueryFunction, queryOptions, skipToken } from '@tanstack/react-query';
import { staleConnection } from './connectionCache.ts';
import { whenLookedAt } from './connectionPoll.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';
import { retryPolicy } from './retryPolicy.ts';
import { unlistGone } from './unlistGone.ts';
import { notReadyForTooLong, waitedTooLong } from './waitedTooLong.ts';

/**
 * The accounts of one connection. They appear as soon as Flinks has the Summary (`partial`) and complete themselves:
 * the query asks again in the rhythm the server names, pauses while the page is hidden, and gives up after 30 minutes
 * with a `FlinksKitError` of code `accounts-not-ready`, keeping what was read. Fetching again starts another
 * 30 minutes. Waits while there is no id.
 */
export function accountsQueryOptions(
  client: FlinksClient,
  connectionId: string | undefined,
  config: AccountsQueryConfig = {},
) {
  return queryOptions({
    queryKey: flinksKeys.accounts(client, connectionId),
    queryFn: connectionId === undefined ? skipToken : fetchAccounts(client, connectionId, config),
    refetchInterval: ({ state }) => (state.status === 'error' ? false : pollAfter(state.data)),
    retry: retryPolicy,
    ...whenLookedAt,
  });
}

/** The reading alone, for `useSuspenseAccounts`, which cannot wait for an id. */
export function fetchAccounts(
  client: FlinksClient,
  connectionId: string,
  { clock = systemClock }: AccountsQueryConfig = {},
): QueryFunction<AccountsSnapshot, AccountsKey> {
  return async ({ signal, client: cache, queryKey }) => {
    const asked = needMethod(client, 'getAccounts').call(client, connectionId, { signal });
    const snapshot = await unlistGone(cache, client, connectionId, asked);
    const query = cache.getQueryCache().find({ queryKey });
    if (waitedTooLong(query, snapshot, clock)) throw notReadyForTooLong();

    const before = cache.getQueryData<AccountsSnapshot>(queryKey);
    const settled = before !== undefined && before.retryAfterMs !== null && snapshot.retryAfterMs === null;
    if (settled) staleConnection(cache, client, connectionId);
    return snapshot;
  };
}

/** What a test or a demo may replace. */
export interface AccountsQueryConfig {
  readonly clock?: Clock | undefined;
}

type AccountsKey = ReturnType<typeof flinksKeys.accounts>;

// TanStack reads 0 as "never", and nobody should ask in a tight loop.
const shortestPoll = 250;

function pollAfter(snapshot: AccountsSnapshot | undefined): number | false {
  const wait = snapshot?.retryAfterMs ?? null;
  return wait === null ? false : Math.max(wait, shortestPoll);
}

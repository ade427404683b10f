import type { Connection, FlinksClient } from '@flinks-kit/core';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { connectionsPoll, whenLookedAt } from './connectionPoll.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';
import { retryPolicy } from './retryPolicy.ts';
import { staleUpdatedAccounts } from './staleUpdatedAccounts.ts';
import { unlistGone } from './unlistGone.ts';

/** One connection, with its health. Waits while there is no id. */
export function connectionQueryOptions(client: FlinksClient, connectionId: string | undefined) {
  return queryOptions({
    queryKey: flinksKeys.connection(client, connectionId),
    queryFn:
      connectionId === undefined
        ? skipToken
        : async ({ signal, client: cache, queryKey }): Promise<Connection> => {
            const asked = needMethod(client, 'getConnection').call(client, connectionId, { signal });
            const connection = await unlistGone(cache, client, connectionId, asked);
            const before = cache.getQueryData<Connection>(queryKey);
            if (before) staleUpdatedAccounts(cache, client, [before], [connection]);
            return connection;
          },
    refetchInterval: ({ state }) => connectionsPoll(state.data ? [state.data] : []),
    retry: retryPolicy,
    ...whenLookedAt,
  });
}

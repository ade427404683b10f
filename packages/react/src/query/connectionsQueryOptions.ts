import type { Connection, FlinksClient } from '@flinks-kit/core';
import { queryOptions } from '@tanstack/react-query';
import { connectionsPoll, whenLookedAt } from './connectionPoll.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';
import { retryPolicy } from './retryPolicy.ts';
import { staleUpdatedAccounts } from './staleUpdatedAccounts.ts';

/** The user's connections, with their health. Asks again only while one of them is under way, and when looked at. */
export function connectionsQueryOptions(client: FlinksClient) {
  return queryOptions({
    queryKey: flinksKeys.connections(client),
    queryFn: async ({ signal, client: cache, queryKey }): Promise<readonly Connection[]> => {
      const connections = await needMethod(client, 'listConnections').call(client, { signal });
      const before = cache.getQueryData<readonly Connection[]>(queryKey) ?? [];
      staleUpdatedAccounts(cache, client, before, connections);
      return connections;
    },
    refetchInterval: ({ state }) => connectionsPoll(state.data ?? []),
    retry: retryPolicy,
    ...whenLookedAt,
  });
}

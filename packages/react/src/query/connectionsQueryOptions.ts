import type { Connection, FlinksClient } from '@flinks-kit/core';
import { queryOptions } from '@tanstack/react-query';
import { connectionsPoll } from './connectionPoll.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';
import { retryPolicy } from './retryPolicy.ts';

/** The user's connections, with their health. Asks again only while one of them is under way. */
export function connectionsQueryOptions(client: FlinksClient) {
  return queryOptions({
    queryKey: flinksKeys.connections(client),
    queryFn: ({ signal }): Promise<readonly Connection[]> =>
      needMethod(client, 'listConnections').call(client, { signal }),
    refetchInterval: ({ state }) => connectionsPoll(state.data ?? []),
    retry: retryPolicy,
  });
}

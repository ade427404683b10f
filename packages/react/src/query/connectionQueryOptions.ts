import type { Connection, FlinksClient } from '@flinks-kit/core';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { connectionsPoll } from './connectionPoll.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';
import { retryPolicy } from './retryPolicy.ts';

/** One connection, with its health. Waits while there is no id. */
export function connectionQueryOptions(client: FlinksClient, connectionId: string | undefined) {
  return queryOptions({
    queryKey: flinksKeys.connection(client, connectionId),
    queryFn:
      connectionId === undefined
        ? skipToken
        : ({ signal }): Promise<Connection> =>
            needMethod(client, 'getConnection').call(client, connectionId, { signal }),
    refetchInterval: ({ state }) => connectionsPoll(state.data ? [state.data] : []),
    retry: retryPolicy,
  });
}

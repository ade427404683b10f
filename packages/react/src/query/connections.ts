import type { Connection, FlinksClient } from '@flinks-kit/core';
import { type QueryFunction, queryOptions, skipToken } from '@tanstack/react-query';
import { invalidateUpdatedAccounts, removeIfGone } from './cache.ts';
import { flinksKeys } from './keys.ts';
import { notSignedIn } from './notSignedIn.ts';
import { requireMethod } from './requireMethod.ts';
import { retryPolicy, withAppRetry } from './retryPolicy.ts';

/**
 * The user's connections, with their health. Reads them again while one of them is being updated or deleted, and when
 * the user comes back to the tab. Idle while no user is signed in.
 */
export function connectionsQueryOptions(client: FlinksClient) {
  return queryOptions({
    queryKey: flinksKeys.connections(client),
    queryFn: client.userId === null ? skipToken : fetchConnections(client),
    refetchInterval: ({ state }) => pollInterval(state.data ?? []),
    select: selectAll<readonly Connection[]>,
    ...fixedOptions,
  });
}

/** The query function alone, for `useSuspenseAllAccounts`, which cannot be idle. */
export function fetchConnections(
  client: FlinksClient,
): QueryFunction<readonly Connection[], ReturnType<typeof flinksKeys.connections>> {
  return async ({ signal, client: queryClient, queryKey }) => {
    if (client.userId === null) throw notSignedIn('useSuspenseAllAccounts');
    const response = requireMethod(client, 'listConnections').call(client, { signal });
    const connections = await withAppRetry(queryClient, queryKey, response);
    const before = queryClient.getQueryData<readonly Connection[]>(queryKey) ?? [];
    invalidateUpdatedAccounts(queryClient, client, before, connections);
    return connections;
  };
}

/** One connection, with its health. Idle while there is no id, or no signed-in user. */
export function connectionQueryOptions(client: FlinksClient, connectionId: string | undefined) {
  return queryOptions({
    queryKey: flinksKeys.connection(client, connectionId),
    queryFn:
      !connectionId || client.userId === null
        ? skipToken
        : async ({ signal, client: queryClient, queryKey }): Promise<Connection> => {
            const response = requireMethod(client, 'getConnection').call(client, connectionId, { signal });
            const connection = await withAppRetry(
              queryClient,
              queryKey,
              removeIfGone(queryClient, client, connectionId, response),
            );
            const before = queryClient.getQueryData<Connection>(queryKey);
            if (before) invalidateUpdatedAccounts(queryClient, client, [before], [connection]);
            return connection;
          },
    refetchInterval: ({ state }) => pollInterval(state.data ? [state.data] : []),
    select: selectAll<Connection>,
    ...fixedOptions,
  });
}

/** The `select` of every query: with a default of the app's, no component would get what its types promise. */
export const selectAll = <Data>(data: Data): Data => data;

/** What no default of the app may change for the data of a user. */
export const fixedOptions = {
  retry: retryPolicy,
  // Also where an app keeps its data fresh for longer: a connection that another tab deleted must not be offered here.
  refetchOnWindowFocus: 'always',
  // With `keepPreviousData` as the app's default, the accounts of one bank or user would stand under another meanwhile.
  placeholderData: () => undefined,
} as const;

// Only our server is asked at this interval; it decides by itself how often it asks Flinks.
const pollEveryMs = 5_000;

function pollInterval(connections: readonly Connection[]): number | false {
  const isChanging = connections.some(
    ({ health }) => health.status === 'pending' || health.status === 'deleting',
  );
  return isChanging && pollEveryMs;
}

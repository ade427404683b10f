import { type AccountsSnapshot, type Connection, type FlinksClient, FlinksKitError } from '@flinks-kit/core';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { flinksKeys } from './keys.ts';

/**
 * Changes one connection in every cached query that holds it, and adds it to none. Returns how to undo it, which
 * touches no other connection: another change may have succeeded meanwhile.
 */
export function patchConnection(
  queryClient: QueryClient,
  client: FlinksClient,
  connectionId: string,
  patch: (connection: Connection) => Connection,
): () => void {
  const listKey = flinksKeys.connections(client);
  const oneKey = flinksKeys.connection(client, connectionId);
  const listed = queryClient.getQueryData<List>(listKey)?.find(({ id }) => id === connectionId);
  const one = queryClient.getQueryData<Connection>(oneKey);
  const put = (connection: Connection) =>
    queryClient.setQueryData<List>(listKey, (list) =>
      list?.map((each) => (each.id === connectionId ? connection : each)),
    );
  if (listed) put(patch(listed));
  if (one) queryClient.setQueryData(oneKey, patch(one));
  return () => {
    if (listed) put(listed);
    if (one) queryClient.setQueryData<Connection>(oneKey, (cached) => cached && one);
  };
}

/** Cancels requests in flight whose responses would show a connection as it was before a change. */
export async function cancelConnection(
  queryClient: QueryClient,
  client: FlinksClient,
  connectionId: string,
): Promise<void> {
  await Promise.all(
    connectionKeys(client, connectionId).map((queryKey) =>
      queryClient.cancelQueries({ queryKey, exact: true }),
    ),
  );
}

/** Removes a connection and its accounts from the cache. */
export function evictConnection(queryClient: QueryClient, client: FlinksClient, connectionId: string): void {
  removeFromList(queryClient, client, connectionId);
  queryClient.removeQueries({ queryKey: flinksKeys.connection(client, connectionId) });
}

/** Reads a connection again wherever it is shown, but not its accounts: they were just read. */
export function invalidateConnection(
  queryClient: QueryClient,
  client: FlinksClient,
  connectionId: string,
): void {
  for (const queryKey of connectionKeys(client, connectionId)) {
    void queryClient.invalidateQueries({ queryKey, exact: true });
  }
}

/**
 * Undoes a change that the server refused and reads the connection again. A connection that was deleted meanwhile,
 * in another tab perhaps, leaves the cache.
 */
export function rollback(
  queryClient: QueryClient,
  client: FlinksClient,
  connectionId: string,
  error: unknown,
  undo: () => void,
): void {
  undo();
  if (isGone(error)) evictConnection(queryClient, client, connectionId);
  else invalidateConnection(queryClient, client, connectionId);
}

/** Waits for a response about a connection. A connection that is gone leaves the list, so that no page offers it. */
export async function removeIfGone<Response>(
  queryClient: QueryClient,
  client: FlinksClient,
  connectionId: string,
  response: Promise<Response>,
): Promise<Response> {
  try {
    return await response;
  } catch (error) {
    if (isGone(error)) removeFromList(queryClient, client, connectionId);
    throw error;
  }
}

/**
 * Takes accounts out of the cache when the server does not know any more that their login is this user's: what was read
 * before must not stay on a screen or with a persister.
 */
export function forgetIfUnconfirmed(queryClient: QueryClient, queryKey: QueryKey, error: unknown): void {
  if (!(error instanceof FlinksKitError) || error.code !== 'login-unconfirmed') return;
  queryClient.getQueryCache().find({ queryKey })?.setState({ data: undefined, status: 'pending' });
}

/**
 * Reads the accounts again of every connection whose update ended between two readings: a refresh that was started
 * here or in another tab, a reconnect, a nightly refresh. Accounts that are as recent already are left alone.
 */
export function invalidateUpdatedAccounts(
  queryClient: QueryClient,
  client: FlinksClient,
  before: readonly Connection[],
  after: readonly Connection[],
): void {
  for (const connection of after) {
    const earlier = before.find(({ id }) => id === connection.id);
    const queryKey = flinksKeys.accounts(client, connection.id);
    const shown = queryClient.getQueryData<AccountsSnapshot>(queryKey);
    if (earlier === undefined || shown === undefined || !hasUpdateEnded(earlier, connection)) continue;
    if (!isAsRecent(shown, connection)) void queryClient.invalidateQueries({ queryKey, exact: true });
  }
}

type List = readonly Connection[];

function connectionKeys(client: FlinksClient, connectionId: string) {
  return [flinksKeys.connections(client), flinksKeys.connection(client, connectionId)];
}

function removeFromList(queryClient: QueryClient, client: FlinksClient, connectionId: string): void {
  queryClient.setQueryData<List>(flinksKeys.connections(client), (list) =>
    list?.filter(({ id }) => id !== connectionId),
  );
}

function isGone(error: unknown): boolean {
  return error instanceof FlinksKitError && error.code === 'connection-not-found';
}

function hasUpdateEnded(before: Connection, after: Connection): boolean {
  if (after.health.status === 'pending') return false;
  return before.health.status === 'pending' || before.lastRefreshAt !== after.lastRefreshAt;
}

function isAsRecent({ asOf, retryAfterMs }: AccountsSnapshot, { lastRefreshAt }: Connection): boolean {
  return retryAfterMs !== null || (asOf !== null && asOf === lastRefreshAt);
}

import type { Connection, FlinksClient } from '@flinks-kit/core';
import type { QueryClient } from '@tanstack/react-query';
import { flinksKeys } from './keys.ts';

/** Changes one connection wherever the cache holds it; what is not cached stays so. Gives back how to undo it. */
export function patchConnection(
  cache: QueryClient,
  client: FlinksClient,
  connectionId: string,
  patch: (connection: Connection) => Connection,
): () => void {
  const listKey = flinksKeys.connections(client);
  const oneKey = flinksKeys.connection(client, connectionId);
  const list = cache.getQueryData<readonly Connection[]>(listKey);
  const one = cache.getQueryData<Connection>(oneKey);
  const change = (connection: Connection) =>
    connection.id === connectionId ? patch(connection) : connection;
  if (list) cache.setQueryData(listKey, list.map(change));
  if (one) cache.setQueryData(oneKey, change(one));
  return () => {
    if (list) cache.setQueryData(listKey, list);
    if (one) cache.setQueryData(oneKey, one);
  };
}

/** Forgets a connection and its accounts at once. */
export function dropConnection(cache: QueryClient, client: FlinksClient, connectionId: string): void {
  cache.setQueryData<readonly Connection[]>(flinksKeys.connections(client), (list) =>
    list?.filter(({ id }) => id !== connectionId),
  );
  cache.removeQueries({ queryKey: flinksKeys.connection(client, connectionId) });
}

/** Reads a connection anew wherever it is shown, but not its accounts: they were just read. */
export function staleConnection(cache: QueryClient, client: FlinksClient, connectionId: string): void {
  for (const queryKey of [flinksKeys.connections(client), flinksKeys.connection(client, connectionId)]) {
    void cache.invalidateQueries({ queryKey, exact: true });
  }
}

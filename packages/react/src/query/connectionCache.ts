import type { Connection, FlinksClient } from '@flinks-kit/core';
import type { QueryClient } from '@tanstack/react-query';
import { flinksKeys } from './keys.ts';
import { isGone, unlistConnection } from './unlistGone.ts';

/**
 * Changes one connection wherever the cache holds it; what is not cached stays so. Gives back how to undo it, which
 * touches no other connection: another change may have come true meanwhile.
 */
export function patchConnection(
  cache: QueryClient,
  client: FlinksClient,
  connectionId: string,
  patch: (connection: Connection) => Connection,
): () => void {
  const listKey = flinksKeys.connections(client);
  const oneKey = flinksKeys.connection(client, connectionId);
  const listed = cache.getQueryData<List>(listKey)?.find(({ id }) => id === connectionId);
  const one = cache.getQueryData<Connection>(oneKey);
  const put = (connection: Connection) =>
    cache.setQueryData<List>(listKey, (list) =>
      list?.map((each) => (each.id === connectionId ? connection : each)),
    );
  if (listed) put(patch(listed));
  if (one) cache.setQueryData(oneKey, patch(one));
  return () => {
    if (listed) put(listed);
    if (one) cache.setQueryData(oneKey, one);
  };
}

/** Stops answers that are on their way and would bring back how a connection was before a change. */
export async function cancelConnection(
  cache: QueryClient,
  client: FlinksClient,
  connectionId: string,
): Promise<void> {
  await Promise.all(
    shownBy(client, connectionId).map((queryKey) => cache.cancelQueries({ queryKey, exact: true })),
  );
}

/** Forgets a connection and its accounts at once. */
export function dropConnection(cache: QueryClient, client: FlinksClient, connectionId: string): void {
  unlistConnection(cache, client, connectionId);
  cache.removeQueries({ queryKey: flinksKeys.connection(client, connectionId) });
}

/** Reads a connection anew wherever it is shown, but not its accounts: they were just read. */
export function staleConnection(cache: QueryClient, client: FlinksClient, connectionId: string): void {
  for (const queryKey of shownBy(client, connectionId)) {
    void cache.invalidateQueries({ queryKey, exact: true });
  }
}

/**
 * After a change that the server refused: takes it back, and looks at how the connection really is. One that somebody
 * deleted meanwhile, in another tab perhaps, leaves.
 */
export function takeBack(
  cache: QueryClient,
  client: FlinksClient,
  connectionId: string,
  error: Error,
  undo: (() => void) | undefined,
): void {
  undo?.();
  if (isGone(error)) dropConnection(cache, client, connectionId);
  else staleConnection(cache, client, connectionId);
}

type List = readonly Connection[];

function shownBy(client: FlinksClient, connectionId: string) {
  return [flinksKeys.connections(client), flinksKeys.connection(client, connectionId)];
}

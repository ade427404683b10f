import { type Connection, type FlinksClient, FlinksKitError } from '@flinks-kit/core';
import type { QueryClient } from '@tanstack/react-query';
import { flinksKeys } from './keys.ts';

/** Waits for an answer about a connection. One that is gone leaves the list, so that no page goes on offering it. */
export async function unlistGone<Answer>(
  cache: QueryClient,
  client: FlinksClient,
  connectionId: string,
  answer: Promise<Answer>,
): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (isGone(error)) unlistConnection(cache, client, connectionId);
    throw error;
  }
}

/** Whether the server says that this user has no such connection (any more). */
export function isGone(error: unknown): boolean {
  return error instanceof FlinksKitError && error.code === 'connection-not-found';
}

/** Takes a connection out of the list: what a page shows of it goes with it. */
export function unlistConnection(cache: QueryClient, client: FlinksClient, connectionId: string): void {
  cache.setQueryData<readonly Connection[]>(flinksKeys.connections(client), (list) =>
    list?.filter(({ id }) => id !== connectionId),
  );
}

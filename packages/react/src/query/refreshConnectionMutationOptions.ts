import type { FlinksClient } from '@flinks-kit/core';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { cancelConnection, patchConnection, takeBack } from './connectionCache.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';

/**
 * Asks the bank anew, for the connection whose id is given. It shows as being updated at once. The answer comes soon:
 * `pending` goes on by itself, `action-required` needs the person (`open({ connectionId })`). Live calls cost money:
 * the server has a cooldown, and the connection tells its end (`refreshableAt`).
 */
export function refreshConnectionMutationOptions(client: FlinksClient, cache: QueryClient) {
  return mutationOptions({
    mutationFn: (connectionId: string) => needMethod(client, 'refreshConnection').call(client, connectionId),
    async onMutate(connectionId) {
      await cancelConnection(cache, client, connectionId);
      return patchConnection(cache, client, connectionId, (connection) => ({
        ...connection,
        health: { status: 'pending', flinksCode: null },
      }));
    },
    onSuccess({ connection }, connectionId) {
      patchConnection(cache, client, connectionId, () => connection);
      return cache.invalidateQueries({ queryKey: flinksKeys.accounts(client, connectionId), exact: true });
    },
    onError: (error, connectionId, undo) => takeBack(cache, client, connectionId, error, undo),
  });
}

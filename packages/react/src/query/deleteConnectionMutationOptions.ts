import type { FlinksClient } from '@flinks-kit/core';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { cancelConnection, dropConnection, patchConnection, takeBack } from './connectionCache.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';

/**
 * Deletes the connection whose id is given, with its data. It shows as being deleted at once, and leaves every list
 * when the server has confirmed; a refusal brings it back as it was.
 */
export function deleteConnectionMutationOptions(client: FlinksClient, cache: QueryClient) {
  return mutationOptions({
    mutationKey: flinksKeys.deletions(client),
    mutationFn: (connectionId: string) => needMethod(client, 'deleteConnection').call(client, connectionId),
    async onMutate(connectionId) {
      await cancelConnection(cache, client, connectionId);
      return patchConnection(cache, client, connectionId, (connection) => ({
        ...connection,
        health: { status: 'deleting', flinksCode: null },
      }));
    },
    onSuccess(_outcome, connectionId) {
      dropConnection(cache, client, connectionId);
      return cache.invalidateQueries({ queryKey: flinksKeys.connections(client), exact: true });
    },
    onError: (error, connectionId, undo) => takeBack(cache, client, connectionId, error, undo),
  });
}

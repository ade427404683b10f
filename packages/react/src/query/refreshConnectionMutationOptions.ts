import type { FlinksClient } from '@flinks-kit/core';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { patchConnection } from './connectionCache.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';

/**
 * Asks the bank anew, for the connection whose id is given. The answer comes at once: `pending` goes on by itself,
 * `action-required` needs the person (`open({ connectionId })`). Live calls cost money: the server has a cooldown.
 */
export function refreshConnectionMutationOptions(client: FlinksClient, cache: QueryClient) {
  return mutationOptions({
    mutationFn: (connectionId: string) => needMethod(client, 'refreshConnection').call(client, connectionId),
    onSuccess({ connection }, connectionId) {
      patchConnection(cache, client, connectionId, () => connection);
      return cache.invalidateQueries({ queryKey: flinksKeys.accounts(client, connectionId) });
    },
  });
}

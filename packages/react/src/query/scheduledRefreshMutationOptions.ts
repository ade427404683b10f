import type { FlinksClient } from '@flinks-kit/core';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { patchConnection } from './connectionCache.ts';
import { flinksKeys } from './keys.ts';
import { needMethod } from './needMethod.ts';

/** Turns nightly refresh on or off. The switch moves at once, and moves back when the server refuses. */
export function scheduledRefreshMutationOptions(client: FlinksClient, cache: QueryClient) {
  return mutationOptions({
    mutationFn: ({ connectionId, enabled }: ScheduledRefreshChange) =>
      needMethod(client, 'setScheduledRefresh').call(client, connectionId, enabled),
    async onMutate({ connectionId, enabled }) {
      // An answer that is on its way would move the switch back.
      await cache.cancelQueries({ queryKey: flinksKeys.connections(client) });
      const change = { scheduledRefresh: enabled };
      return patchConnection(cache, client, connectionId, (connection) => ({ ...connection, ...change }));
    },
    onSuccess(connection, { connectionId }) {
      patchConnection(cache, client, connectionId, () => connection);
    },
    onError: (_error, _change, undo) => undo?.(),
  });
}

/** Which connection, and whether Flinks reads it every night. */
export interface ScheduledRefreshChange {
  readonly connectionId: string;
  readonly enabled: boolean;
}

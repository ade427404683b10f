import type { FlinksClient } from '@flinks-kit/core';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { cancelConnection, patchConnection, takeBack } from './connectionCache.ts';
import { needMethod } from './needMethod.ts';

/** Turns nightly refresh on or off. The switch moves at once, and moves back when the server refuses. */
export function scheduledRefreshMutationOptions(client: FlinksClient, cache: QueryClient) {
  return mutationOptions({
    mutationFn: ({ connectionId, enabled }: ScheduledRefreshChange) =>
      needMethod(client, 'setScheduledRefresh').call(client, connectionId, enabled),
    async onMutate({ connectionId, enabled }) {
      // An answer that is on its way would move the switch back.
      await cancelConnection(cache, client, connectionId);
      const change = { scheduledRefresh: enabled };
      return patchConnection(cache, client, connectionId, (connection) => ({ ...connection, ...change }));
    },
    onSuccess(connection, { connectionId }) {
      patchConnection(cache, client, connectionId, () => connection);
    },
    onError: (error, { connectionId }, undo) => takeBack(cache, client, connectionId, error, undo),
  });
}

/** Which connection, and whether Flinks reads it every night. */
export interface ScheduledRefreshChange {
  readonly connectionId: string;
  readonly enabled: boolean;
}

import type { FlinksClient } from '@flinks-kit/core';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { cancelConnection, patchConnection, takeBack } from './connectionCache.ts';
import { needMethod } from './needMethod.ts';

/** Turns nightly refresh on or off. The switch moves at once, and moves back when the server refuses. */
export function nightlyRefreshMutationOptions(client: FlinksClient, cache: QueryClient) {
  return mutationOptions({
    mutationFn: ({ connectionId, enabled }: NightlyRefreshChange) =>
      needMethod(client, 'setNightlyRefresh').call(client, connectionId, enabled),
    async onMutate({ connectionId, enabled }) {
      // An answer that is on its way would move the switch back.
      await cancelConnection(cache, client, connectionId);
      const change = { nightlyRefresh: enabled };
      return patchConnection(cache, client, connectionId, (connection) => ({ ...connection, ...change }));
    },
    onSuccess(connection, { connectionId }) {
      patchConnection(cache, client, connectionId, () => connection);
    },
    onError: (error, { connectionId }, undo) => takeBack(cache, client, connectionId, error, undo),
  });
}

/** Which connection, and whether Flinks reads it every night. */
export interface NightlyRefreshChange {
  readonly connectionId: string;
  readonly enabled: boolean;
}

import { type Connection, type FlinksClient, FlinksKitError } from '@flinks-kit/core';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { cancelConnection, evictConnection, patchConnection, rollback } from './cache.ts';
import { allKey, flinksKeys } from './keys.ts';
import { requireMethod } from './requireMethod.ts';

/**
 * Asks the bank for current data, by `{ connectionId }`. The connection shows as being updated as soon as the request
 * is sent. The response comes soon: `pending` continues by itself, `action-required` needs the user
 * (`open({ connectionId })`). Live calls cost money: the server has a cooldown, and `refreshableAt` is its end.
 */
export function refreshConnectionMutationOptions(client: FlinksClient, queryClient: QueryClient) {
  return mutationOptions({
    mutationKey: flinksKeys.refreshes(client),
    mutationFn: ({ connectionId }: ConnectionVariables) =>
      sendChange(queryClient, client, connectionId, toPending, () =>
        requireMethod(client, 'refreshConnection').call(client, connectionId),
      ),
    onSuccess({ connection }, { connectionId }) {
      patchConnection(queryClient, client, connectionId, () => connection);
      return queryClient.invalidateQueries({
        queryKey: flinksKeys.accounts(client, connectionId),
        exact: true,
      });
    },
  });
}

/**
 * Turns nightly refresh on or off, by `{ connectionId, enabled }`. The connection shows the change as soon as the
 * request is sent, and its former value when the server refuses.
 */
export function nightlyRefreshMutationOptions(client: FlinksClient, queryClient: QueryClient) {
  return mutationOptions({
    mutationKey: flinksKeys.nightlyRefreshes(client),
    mutationFn: ({ connectionId, enabled }: NightlyRefreshChange) =>
      sendChange(
        queryClient,
        client,
        connectionId,
        (connection) => ({ ...connection, nightlyRefresh: enabled }),
        () => requireMethod(client, 'setNightlyRefresh').call(client, connectionId, enabled),
      ),
    onSuccess(connection, { connectionId }) {
      patchConnection(queryClient, client, connectionId, () => connection);
    },
  });
}

/**
 * Deletes a connection with its data, by `{ connectionId }`. It shows as being deleted as soon as the request is sent,
 * and leaves every list when the server has confirmed; a refusal brings it back as it was.
 */
export function deleteConnectionMutationOptions(client: FlinksClient, queryClient: QueryClient) {
  return mutationOptions({
    mutationKey: flinksKeys.deletions(client),
    // A list reads its outcome from the cache, after the card that started it has gone: also where an app keeps nothing.
    gcTime: outcomeKeptMs,
    mutationFn: ({ connectionId }: ConnectionVariables) =>
      sendChange(queryClient, client, connectionId, toDeleting, () =>
        requireMethod(client, 'deleteConnection').call(client, connectionId),
      ),
    onSuccess(_outcome, { connectionId }) {
      evictConnection(queryClient, client, connectionId);
      return queryClient.invalidateQueries({ queryKey: flinksKeys.connections(client), exact: true });
    },
  });
}

const outcomeKeptMs = 5 * 60_000;

/** Which connection a mutation is about. */
export interface ConnectionVariables {
  readonly connectionId: string;
}

/** Which connection, and whether nightly refresh is on. */
export interface NightlyRefreshChange extends ConnectionVariables {
  readonly enabled: boolean;
}

/**
 * Sends a change and shows it meanwhile. This runs inside `mutationFn` and not in `onMutate`, since TanStack calls the
 * latter also for a mutation that it pauses: while the browser is offline nothing is sent, so nothing is shown.
 */
async function sendChange<Response>(
  queryClient: QueryClient,
  client: FlinksClient,
  connectionId: string,
  patch: (connection: Connection) => Connection,
  send: () => Promise<Response>,
): Promise<Response> {
  // TanStack runs this again where the app's defaults have a retry, also of a change that left the cache with its user:
  // it would be sent in the next user's name.
  if (!queryClient.isMutating({ mutationKey: allKey(client) })) throw userHasLeft();
  await cancelConnection(queryClient, client, connectionId);
  const undo = patchConnection(queryClient, client, connectionId, patch);
  try {
    return await send();
  } catch (error) {
    rollback(queryClient, client, connectionId, error, undo);
    throw error;
  }
}

const userHasLeft = (): FlinksKitError =>
  new FlinksKitError('The user who made this change is not signed in any more, so it is not sent again.', {
    code: 'not-signed-in',
  });

const toPending = (connection: Connection): Connection => ({
  ...connection,
  health: { status: 'pending', flinksCode: null },
});

const toDeleting = (connection: Connection): Connection => ({
  ...connection,
  health: { status: 'deleting', flinksCode: null },
});

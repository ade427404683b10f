import { type Connection, useFlinks } from '@flinks-kit/react';
import { deleteConnectionMutationOptions } from '@flinks-kit/react/query';
import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Change, useHeldChange } from '../changes/useHeldChange.ts';
import { cancelRentOptions } from '../rent/rentPlanQuery.ts';
import { useUser } from '../user/User.tsx';

/**
 * Deletes all data of a user: first the agreement, so that no debit remains, then each connection. Each is a change of
 * its own, which waits for the network where it is gone, also in the middle.
 */
export function useDeleteEverything(connections: readonly Connection[]): Change {
  const { user } = useUser();
  const { client } = useFlinks();
  const queryClient = useQueryClient();
  const mutationKey = ['fernhill', 'delete-everything', user.name];
  const meta = { deletesAllOf: user.name };
  // With a key of its own: the section of the agreement shows only what was asked for there.
  const rentKey = [...mutationKey, 'rent'];
  const cancellation = useMutation({
    ...cancelRentOptions(user.name, queryClient),
    mutationKey: rentKey,
    meta,
  });
  const deletion = useMutation({ ...deleteConnectionMutationOptions(client, queryClient), meta });
  const all = useMutation({
    mutationKey,
    // The changes wait for the network, and not the whole.
    networkMode: 'always',
    mutationFn: async () => {
      await cancellation.mutateAsync();
      for (const { id } of connections) await deletion.mutateAsync({ connectionId: id });
    },
  });
  const takeBack = useHeldChange({ predicate: (change) => change.meta?.['deletesAllOf'] === user.name });
  const isPending = useIsMutating({ mutationKey }) > 0;
  return {
    isError: all.isError,
    isSuccess: all.isSuccess,
    isPending,
    mutate: all.mutate,
    takeBack:
      takeBack &&
      (() => {
        takeBack();
        const cache = queryClient.getMutationCache();
        for (const whole of cache.findAll({ mutationKey, status: 'pending' })) cache.remove(whole);
        all.reset();
      }),
  };
}

import { type Connection, useDeleteConnection } from '@flinks-kit/react';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useUser } from '../user/User.tsx';
import { cancelRent, rentPlanQuery } from '../rent/rentPlanQuery.ts';

/** Deletes all data of a user: first the agreement, so that no debit remains, then each connection. */
export function useDeleteEverything(
  connections: readonly Connection[],
): UseMutationResult<void, Error, void> {
  const { user } = useUser();
  const queryClient = useQueryClient();
  const { mutateAsync: deleteConnection } = useDeleteConnection();
  return useMutation({
    mutationFn: async () => {
      await cancelRent();
      queryClient.setQueryData(rentPlanQuery(user.name).queryKey, null);
      for (const { id } of connections) await deleteConnection({ connectionId: id });
    },
  });
}

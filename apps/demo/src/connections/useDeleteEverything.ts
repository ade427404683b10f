import { type Connection, useDeleteConnection } from '@flinks-kit/react';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useUser } from '../user/User.tsx';
import { cancelRent, rentPlanQuery } from '../rent/rentPlanQuery.ts';

/** Deletes everything of a user: the agreement first, so that no debit is left behind, then bank after bank. */
export function useDeleteEverything(): UseMutationResult<void, Error, readonly Connection[]> {
  const { user } = useUser();
  const queryClient = useQueryClient();
  const { mutateAsync: remove } = useDeleteConnection();
  return useMutation({
    mutationFn: async (connections) => {
      await cancelRent();
      queryClient.setQueryData(rentPlanQuery(user.name).queryKey, null);
      for (const { id } of connections) await remove({ connectionId: id });
    },
  });
}

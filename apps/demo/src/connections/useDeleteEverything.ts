import { type Connection, useDeleteConnection } from '@flinks-kit/react';
import { useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useResident } from '../user/User.tsx';
import { cancelRent, rentPlanQuery } from '../rent/rentPlanQuery.ts';

/** Deletes everything of a resident: the agreement first, so that no debit is left behind, then bank after bank. */
export function useLeave(): UseMutationResult<void, Error, readonly Connection[]> {
  const { resident } = useResident();
  const queryClient = useQueryClient();
  const { mutateAsync: remove } = useDeleteConnection();
  return useMutation({
    mutationFn: async (connections) => {
      await cancelRent();
      queryClient.setQueryData(rentPlanQuery(resident.name).queryKey, null);
      for (const { id } of connections) await remove({ connectionId: id });
    },
  });
}

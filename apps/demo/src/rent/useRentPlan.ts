import { useMutation, type UseMutationResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useBankConnect } from '../session/BankConnect.tsx';
import { useUser } from '../user/User.tsx';
import type { AccountChoice, RentPlan } from './RentPlan.ts';
import { agreeToRent, rentPlanQuery } from './rentPlanQuery.ts';

/** Where this user's rent comes from; `null` before they agreed, and once the connection is deleted. */
export function useRentPlan(): RentPlan | null {
  const { user } = useUser();
  const { connections } = useBankConnect();
  const { data: plan } = useQuery(rentPlanQuery(user.name));
  const isConnected = connections.data?.some(({ id }) => id === plan?.connectionId) ?? false;
  return isConnected ? (plan ?? null) : null;
}

/** Agrees to pay from an account. Fails with a code of the server as its message. */
export function useAgree(): UseMutationResult<RentPlan | null, Error, AccountChoice> {
  const { user } = useUser();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: agreeToRent,
    onSuccess: (plan) => queryClient.setQueryData(rentPlanQuery(user.name).queryKey, plan),
  });
}

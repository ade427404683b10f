import { useMutation, type UseMutationResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useJourney } from '../session/BankConnect.tsx';
import { useResident } from '../user/User.tsx';
import type { AccountChoice, RentPlan } from './RentPlan.ts';
import { agreeToRent, rentPlanQuery } from './rentPlanQuery.ts';

/** Where this resident's rent comes from; `null` before they agreed, and once the connection is deleted. */
export function useRentPlan(): RentPlan | null {
  const { resident } = useResident();
  const { connections } = useJourney();
  const { data: plan } = useQuery(rentPlanQuery(resident.name));
  const isConnected = connections.data?.some(({ id }) => id === plan?.connectionId) ?? false;
  return isConnected ? (plan ?? null) : null;
}

/** Agrees to pay from an account. Fails with a code of the server as its message. */
export function useAgree(): UseMutationResult<RentPlan | null, Error, AccountChoice> {
  const { resident } = useResident();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: agreeToRent,
    onSuccess: (plan) => queryClient.setQueryData(rentPlanQuery(resident.name).queryKey, plan),
  });
}

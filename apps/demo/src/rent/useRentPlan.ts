import {
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useJourney } from '../journey/Journey.tsx';
import type { AccountChoice, RentPlan } from './RentPlan.ts';
import { useResident } from '../resident/Resident.tsx';

/** Where this resident's rent comes from; `null` before they agreed, and once the bank is disconnected. */
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
    mutationFn: async (choice) => {
      const response = await fetch('/api/rent', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(choice),
      });
      return readPlan(response);
    },
    onSuccess: (plan) => queryClient.setQueryData(rentPlanQuery(resident.name).queryKey, plan),
  });
}

function rentPlanQuery(resident: string) {
  return queryOptions({
    queryKey: ['fernhill', 'rent', resident],
    queryFn: async ({ signal }) => readPlan(await fetch('/api/rent', { signal })),
  });
}

async function readPlan(response: Response): Promise<RentPlan | null> {
  const answer: { readonly plan: RentPlan | null; readonly code?: string } = await response.json();
  if (!response.ok) throw new Error(answer.code);
  return answer.plan;
}

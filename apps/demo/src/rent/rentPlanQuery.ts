import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { AccountChoice, RentPlan } from './RentPlan.ts';

/** The user's rent plan: `GET /api/rent`. The key holds the user's name, so that users share no cached plan. */
export function rentPlanQuery(user: string) {
  return queryOptions({
    queryKey: ['fernhill', 'rent', user],
    queryFn: async ({ signal }) => readPlan(await fetch('/api/rent', { signal })),
  });
}

/** Agrees to pay from an account: `PUT /api/rent`. Rejects with the server's error code as its message. */
export function agreeToRentOptions(user: string, queryClient: QueryClient) {
  return mutationOptions({
    mutationKey: ['fernhill', 'agree-to-rent', user],
    mutationFn: agreeToRent,
    onSuccess: (plan) => queryClient.setQueryData(rentPlanQuery(user).queryKey, plan),
  });
}

/** Ends the debits: `DELETE /api/rent`. */
export function cancelRentOptions(user: string, queryClient: QueryClient) {
  return mutationOptions({
    mutationKey: ['fernhill', 'cancel-rent', user],
    mutationFn: cancelRent,
    onSuccess: () => queryClient.setQueryData(rentPlanQuery(user).queryKey, null),
  });
}

async function agreeToRent(choice: AccountChoice): Promise<RentPlan | null> {
  const response = await fetch('/api/rent', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(choice),
  });
  return readPlan(response);
}

async function cancelRent(): Promise<void> {
  await readPlan(await fetch('/api/rent', { method: 'DELETE' }));
}

async function readPlan(response: Response): Promise<RentPlan | null> {
  const answer: { readonly plan: RentPlan | null; readonly code?: string } = await response.json();
  if (!response.ok) throw new Error(answer.code);
  return answer.plan;
}

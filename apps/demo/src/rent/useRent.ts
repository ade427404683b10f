import { type UseMutationResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Change, useHeldMutation } from '../changes/useHeldChange.ts';
import { getLoadStatus, type LoadStatus } from '../layout/LoadNotice.tsx';
import { useBankConnect } from '../session/BankConnect.tsx';
import { useUser } from '../user/User.tsx';
import type { AccountChoice, RentPlan } from './RentPlan.ts';
import { agreeToRentOptions, cancelRentOptions, rentPlanQuery } from './rentPlanQuery.ts';

/** The account that this user's rent is debited from, once both the plan and the connections are loaded. */
export function useRent(): Rent {
  const { user } = useUser();
  const { connections } = useBankConnect();
  const query = useQuery(rentPlanQuery(user.name));
  const { data: plan } = query;
  if (plan === undefined || connections.data === undefined) {
    const waiting = [getLoadStatus(query), getLoadStatus(connections)];
    const [status = 'loading'] = (['failed', 'offline'] as const).filter((each) => waiting.includes(each));
    return { status };
  }
  const isConnected = connections.data.some(({ id }) => id === plan?.connectionId);
  return { status: 'ready', plan: isConnected ? plan : null, hasBank: connections.data.length > 0 };
}

/** `plan`: `null` before the user agreed, and after the connection was deleted. */
export type Rent =
  | { readonly status: Exclude<LoadStatus, 'ready'> }
  | { readonly status: 'ready'; readonly plan: RentPlan | null; readonly hasBank: boolean };

/** Agrees to pay from an account. Fails with the server's error code as its message. */
export function useAgree(): Agreement {
  const { user } = useUser();
  return useHeldMutation(agreeToRentOptions(user.name, useQueryClient()));
}

/** Cancels the agreement: nothing is debited any more. */
export function useCancelAgreement(): Change {
  const { user } = useUser();
  return useHeldMutation(cancelRentOptions(user.name, useQueryClient()));
}

type Agreement = UseMutationResult<RentPlan | null, Error, AccountChoice> & Pick<Change, 'takeBack'>;

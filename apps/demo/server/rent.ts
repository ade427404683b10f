import type { FlinksServer } from '@flinks-kit/server';
import type { AccountChoice, RentPlan } from '../src/rent/RentPlan.ts';
import type { RentPlans } from './rentPlans.ts';

/** Sets up, reads and cancels a user's rent payments. */
export function createRent({ flinks, plans, now }: RentOptions): Rent {
  return {
    async read(userId) {
      const plan = await plans.read(userId);
      const connections = await flinks.forUser(userId).listConnections();
      // A plan ends with its connection.
      return connections.some(({ id }) => id === plan?.connectionId) ? plan : null;
    },
    async agree(userId, { connectionId, accountId }) {
      const bank = flinks.forUser(userId);
      // Full account numbers exist on the server only: a real app passes them to its payment processor here.
      await bank.getEftInstruction({ connectionId, accountId });
      const { accounts } = await bank.getAccounts(connectionId);
      const account = accounts.find(({ id }) => id === accountId);
      const plan: RentPlan = {
        connectionId,
        accountId,
        title: account?.title ?? null,
        mask: account?.mask ?? null,
        agreedAt: new Date(now()).toISOString(),
      };
      await plans.keep(userId, plan);
      return plan;
    },
    cancel: (userId) => plans.forget(userId),
  };
}

/** Rent payments by user. */
export interface Rent {
  readonly read: (userId: string) => Promise<RentPlan | null>;
  /** Rejects with a `FlinksKitError` for an account that can't be debited. */
  readonly agree: (userId: string, choice: AccountChoice) => Promise<RentPlan>;
  readonly cancel: (userId: string) => Promise<void>;
}

interface RentOptions {
  readonly flinks: FlinksServer;
  readonly plans: RentPlans;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

import { sumAccounts } from '@flinks-kit/core';
import type { FlinksServer } from '@flinks-kit/server';

/** What an underwriter sees: money and debts per currency, over all banks, no account counted twice. */
export async function summarizeApplicant(flinks: FlinksServer, userId: string): Promise<Summary> {
  const { accounts } = await flinks.forUser(userId).getAllAccounts();
  const isDebt = ({ category }: { readonly category: string }): boolean => category === 'Credits';
  return {
    assets: sumAccounts(accounts.filter((account) => !isDebt(account))),
    debts: sumAccounts(accounts.filter(isDebt)),
  };
}

interface Summary {
  readonly assets: ReturnType<typeof sumAccounts>;
  readonly debts: ReturnType<typeof sumAccounts>;
}

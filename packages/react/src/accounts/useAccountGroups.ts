'use client';

import { type AccountGroup, type ConnectedAccount, groupAccounts, type MoneyPolicy } from '@flinks-kit/core';
import { useMemo } from 'react';

/**
 * The four groups, for a list of your own: `groupAccounts` with a filter and an order, computed again only when an
 * argument changes.
 */
export function useAccountGroups(
  accounts: readonly ConnectedAccount[],
  { filter, sort, moneyPolicy }: AccountArrangement = {},
): readonly AccountGroup<ConnectedAccount>[] {
  return useMemo(() => {
    const kept = filter ? accounts.filter(filter) : accounts;
    return groupAccounts(sort ? [...kept].sort(sort) : kept, moneyPolicy);
  }, [accounts, filter, sort, moneyPolicy]);
}

/** Which accounts, in which order inside their groups. Keep the functions stable: new ones mean new work. */
export interface AccountArrangement {
  readonly filter?: ((account: ConnectedAccount) => boolean) | undefined;
  readonly sort?: ((first: ConnectedAccount, second: ConnectedAccount) => number) | undefined;
  readonly moneyPolicy?: MoneyPolicy | undefined;
}

'use client';

import { type AccountGroup, type ConnectedAccount, groupAccounts, type MoneyPolicy } from '@flinks-kit/core';
import { type ReactNode, useMemo } from 'react';
import type { AccountsView } from './getAccountsView.ts';
import type { ConnectionAccounts } from './useAllAccounts.ts';

/**
 * The four groups, for a list of your own: `groupAccounts` with a filter and an order, computed again only when an
 * argument changes.
 */
export function useAccountGroups(
  accounts: readonly ConnectedAccount[],
  { filter, sort, moneyPolicy }: AccountArrangement = {},
): readonly AccountGroup<ConnectedAccount>[] {
  return useGroups({ accounts }, groupAccounts, { filter, sort, moneyPolicy });
}

/** The same with another way to group. */
export function useGroups<Group>(
  { accounts, connections }: Pick<AccountsView, 'accounts' | 'connections'>,
  group: GroupBy<Group>,
  { filter, sort, moneyPolicy }: AccountArrangement,
): readonly Group[] {
  return useMemo(() => {
    const kept = filter ? accounts.filter(filter) : accounts;
    return group(sort ? [...kept].sort(sort) : kept, moneyPolicy, connections);
  }, [accounts, connections, group, filter, sort, moneyPolicy]);
}

/**
 * Makes the groups of a list: of the accounts that it shows, how banks write what is owed, and the user's banks where
 * the list has what `useAllAccounts` gives.
 */
export type GroupBy<Group = AccountListGroup> = (
  accounts: readonly ConnectedAccount[],
  policy?: MoneyPolicy,
  connections?: readonly ConnectionAccounts[],
) => readonly Group[];

/** A group of a list: by category, or by anything else under a heading of its own. */
export interface AccountListGroup extends Omit<AccountGroup<ConnectedAccount>, 'category'> {
  readonly category?: AccountGroup['category'] | undefined;
  /** Distinguishes groups without a category. */
  readonly key?: string;
  readonly heading?: ReactNode;
}

/** Which accounts, in which order inside their groups. Keep the functions stable: new ones mean new work. */
export interface AccountArrangement {
  /** Which accounts to show; all by default. Keep the function stable. */
  readonly filter?: ((account: ConnectedAccount) => boolean) | undefined;
  /** The order within a category; by default that of Flinks. Keep the function stable. */
  readonly sort?: ((first: ConnectedAccount, second: ConnectedAccount) => number) | undefined;
  /** How banks write what is owed, where you know. */
  readonly moneyPolicy?: MoneyPolicy | undefined;
}

'use client';

import {
  accountCategories,
  type AccountGroup,
  type ConnectedAccount,
  type MoneyPolicy,
  sumAccounts,
} from '@flinks-kit/core';
import { useMemo } from 'react';
import { nameBank } from './AccountName.tsx';
import type { ConnectionAccounts } from './useAllAccounts.ts';

/**
 * The groups of a list of your own: Flinks' four categories, or the user's banks with `groupBy: 'connection'`. Computed
 * again only when an argument changes.
 *
 * @example
 * const { accounts, connections } = useAllAccounts();
 * const banks = useAccountGroups(accounts, { groupBy: 'connection', connections });
 */
export function useAccountGroups(
  accounts: readonly ConnectedAccount[],
  { filter, sort, moneyPolicy, groupBy, connections }: AccountGroupsOptions = {},
): readonly AccountListGroup[] {
  return useMemo(() => {
    const kept = filter ? accounts.filter(filter) : accounts;
    return groupAccountsBy(groupBy, sort ? [...kept].sort(sort) : kept, connections ?? [], moneyPolicy);
  }, [accounts, connections, groupBy, filter, sort, moneyPolicy]);
}

/** The same as a function; without `connections` in the order of the accounts. */
export function groupAccountsBy(
  groupBy: AccountGrouping | undefined,
  accounts: readonly ConnectedAccount[],
  connections?: readonly ConnectionAccounts[],
  policy?: MoneyPolicy,
): readonly AccountListGroup[] {
  const isByBank = groupBy === 'connection';
  const keyOf = ({ connectionId, category }: ConnectedAccount): string =>
    // A back end of the app's own may send a category that this version does not know.
    isByBank ? connectionId : accountCategories.includes(category) ? category : 'Other';
  const keys = [
    ...(connections
      ? isByBank
        ? connections.map(({ connection }) => connection.id)
        : accountCategories
      : []),
    ...accounts.map(keyOf),
  ];
  return Array.from(new Set(keys), (key): AccountListGroup => {
    const own = accounts.filter((account) => keyOf(account) === key);
    const entry = connections?.find(({ connection }) => connection.id === key);
    const named = entry?.connection ?? own[0];
    return {
      category: accountCategories.find((each) => each === key),
      bank:
        isByBank && named
          ? {
              connectionId: key,
              institution: named.institution,
              name: named.institutionName ?? null,
              mask: accounts.some((other) => keyOf(other) !== key && nameBank(other) === nameBank(named))
                ? (entry?.connection.accounts ?? own)[0]?.mask
                : null,
              problem: (['needs-user', 'unavailable', 'error'] as const).find(
                (each) => each === entry?.status,
              ),
            }
          : undefined,
      accounts: own,
      totals: sumAccounts(own, policy).map((total) => ({
        ...total,
        // While a bank of several was not read, no total of a category counts everything.
        complete:
          total.complete &&
          (isByBank || !connections?.some(({ snapshot }) => !snapshot || snapshot.status === 'pending')),
      })),
    };
  }).filter((group) => group.accounts[0] || group.bank?.problem);
}

/** What the groups of accounts are: Flinks' categories, or the user's banks. */
export type AccountGrouping = 'category' | 'connection';

/** One group: of a category, or of a bank. */
export interface AccountListGroup extends Omit<AccountGroup<ConnectedAccount>, 'category'> {
  /** Flinks' category, of a group by category. */
  readonly category?: AccountGroup['category'] | undefined;
  /** The bank, of a group by connection; one that has a problem may have no accounts. */
  readonly bank?: AccountBank | undefined;
}

/** The bank of a group of accounts: one connection of the user. */
export interface AccountBank {
  readonly connectionId: string;
  /** Flinks' name of the institution, by which its logo is found. */
  readonly institution?: string | null | undefined;
  /** The name for people; `null` where it is not known. */
  readonly name: string | null;
  /** The end of an account number, where two logins of one bank would look the same. */
  readonly mask?: string | null | undefined;
  /** The status of the connection in `useAllAccounts`, where its accounts are not up to date. */
  readonly problem?: 'needs-user' | 'unavailable' | 'error' | undefined;
}

/** Which accounts, in which groups and order. Keep the functions stable: new ones mean new work. */
export interface AccountArrangement {
  /** By Flinks' categories, which is the default, or by bank. */
  readonly groupBy?: AccountGrouping | undefined;
  /** Which accounts to show; all by default. Keep the function stable. */
  readonly filter?: ((account: ConnectedAccount) => boolean) | undefined;
  /** The order within a group; by default that of Flinks. Keep the function stable. */
  readonly sort?: ((first: ConnectedAccount, second: ConnectedAccount) => number) | undefined;
  /** How banks write what is owed, where you know. */
  readonly moneyPolicy?: MoneyPolicy | undefined;
}

/** Options of `useAccountGroups`. */
export interface AccountGroupsOptions extends AccountArrangement {
  /** The user's banks, as `useAllAccounts` gives them: their order and status, and those without accounts. */
  readonly connections?: readonly ConnectionAccounts[] | undefined;
}

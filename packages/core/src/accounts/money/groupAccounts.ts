import { accountCategories, type AccountCategory } from '../parse/account.ts';
import { type MoneyFacts, type MoneyPolicy } from './readMoney.ts';
import { sumAccounts, type CurrencyTotal } from './sumAccounts.ts';

/**
 * Accounts by Flinks' four categories, in the order people read them; empty ones are left out and the order inside
 * is kept. Takes `Account` and `ConnectedAccount` alike.
 */
export function groupAccounts<Item extends GroupableAccount>(
  accounts: readonly Item[],
  policy?: MoneyPolicy,
): readonly AccountGroup<Item>[] {
  const groups = new Map<AccountCategory, Item[]>(accountCategories.map((category) => [category, []]));
  // A back end of the app's own may send a category that this version does not know.
  for (const account of accounts) (groups.get(account.category) ?? groups.get('Other'))?.push(account);
  return Array.from(groups, ([category, members]) => ({
    category,
    accounts: members,
    totals: sumAccounts(members, policy),
  })).filter((group) => group.accounts[0]);
}

/** One category, its accounts, and what they come to in each currency. */
export interface AccountGroup<Item extends GroupableAccount = GroupableAccount> {
  readonly category: AccountCategory;
  readonly accounts: readonly Item[];
  readonly totals: readonly CurrencyTotal[];
}

/** What grouping looks at. */
export interface GroupableAccount extends MoneyFacts {
  readonly currency: string | null;
}

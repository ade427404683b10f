import type { ConnectedAccount } from '../eft/connectedAccount.ts';

/**
 * The accounts of several connections as one list, in which none stands twice. Of accounts of one `identity` that of the
 * connection which was read last (`asOf`; the earlier snapshot where both are as recent) stays; the others are listed in its
 * `alsoIn`, so that a sum over the result counts the money once. An account without an identity stays.
 *
 * Two accounts of one connection are two, also where they share a number, as the parts of a mortgage do; and so are accounts
 * of two types, as a chequing account and its line of credit may be. Those of two connections are paired one by one: first
 * those of one name, then in their order. Another name alone makes no second account: people and languages call one
 * differently. But where two connections use the same names for some of the accounts of one number, an account that only
 * one of them names stays.
 */
export function combineAccounts<Item extends CombinableAccount = ConnectedAccount>(
  snapshots: readonly CombinableSnapshot<Item>[],
): readonly CombinedAccount<Item>[] {
  // Each account that counts, and the same one of connections that were read earlier.
  const counted = new Map<Item, Item[]>();
  const byNumber: Record<string, readonly Item[]> = {};
  for (const { accounts } of [...snapshots].sort((one, other) => readAt(other) - readAt(one))) {
    // Accounts that are paired or counted, and the numbers for which both connections use the same names.
    const done = new Set<unknown>();
    // First those of one name, then the rest in their order.
    for (const byName of [1, 0]) {
      for (const account of accounts) {
        if (done.has(account)) continue;
        /*
         * The identity, and the type where one number may be that of several accounts: a loan may have several types. By
         * the type alone, since Flinks' pages list mortgages and loans under two categories (docs/flinks/api.md 13 row 7).
         */
        const number = account.identity + String(account.type).replace(/^(Loan|Mortgage).*/, '');
        const known = (account.identity && byNumber[number]) || [];
        const same = known.find(
          (each) => !done.has(each) && (byName ? each.title === account.title : !done.has(number)),
        );
        if (same) {
          counted.get(same)?.push(account);
          done
            .add(account)
            .add(same)
            .add(byName && number);
        } else if (!byName) {
          counted.set(account, []);
          byNumber[number] = [...known, account];
          done.add(account);
        }
      }
    }
  }
  return snapshots.flatMap(({ accounts }) =>
    accounts.flatMap((account) => {
      const alsoIn = counted.get(account);
      return alsoIn ? { ...account, alsoIn } : [];
    }),
  );
}

/** As much of an account as decides which others are the same. */
export type CombinableAccount = Pick<ConnectedAccount, 'connectionId' | 'identity' | 'title' | 'type'>;

/** As much of a snapshot as is combined. */
export interface CombinableSnapshot<Item = ConnectedAccount> {
  readonly accounts: readonly Item[];
  readonly asOf: string | null;
}

/** One account of all that a user shares. */
export type CombinedAccount<Item = ConnectedAccount> = Item & {
  /** The same account as other connections show it, read earlier: to be named, and never counted. */
  readonly alsoIn: readonly Item[];
};

// An unknown time is older than any.
const readAt = ({ asOf }: CombinableSnapshot<unknown>): number => Date.parse(asOf ?? '') || 0;

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
  const counted = new Map<Item, Counted<Item>>();
  for (const { accounts } of [...snapshots].sort((one, other) => readAt(other) - readAt(one))) {
    const earlier = [...counted.values()];
    // Accounts of this and of earlier connections that are one, and the numbers for which both use the same names.
    const paired = new Set<unknown>();
    for (const byName of [true, false]) {
      for (const account of accounts) {
        const number = account.identity && numberOf(account);
        const same = earlier.find(
          (each) =>
            each.identity === account.identity &&
            numberOf(each) === number &&
            !paired.has(each) &&
            !paired.has(account) &&
            (byName ? each.title === account.title : !paired.has(number)),
        );
        if (same) {
          same.alsoIn.push(account);
          paired.add(account).add(same);
          if (byName) paired.add(number);
        } else if (!byName && !paired.has(account)) counted.set(account, { ...account, alsoIn: [] });
      }
    }
  }
  return snapshots.flatMap(({ accounts }) => accounts.flatMap((account) => counted.get(account) ?? []));
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

type Counted<Item> = Item & { readonly alsoIn: Item[] };

// An unknown time is older than any.
const readAt = ({ asOf }: CombinableSnapshot<unknown>): number => Date.parse(asOf ?? '') || 0;

/**
 * The identity, and the type where one number may be that of several accounts: a loan may have several types. By the type
 * alone, since Flinks' pages list mortgages and loans under two categories (docs/flinks/api.md 13 row 7).
 */
const numberOf = ({ identity, type }: CombinableAccount): string =>
  `${identity} ${type?.replace(/^(Loan|Mortgage).*/, '')}`;

import type { AccountsSnapshot, ConnectedAccount } from '../eft/connectedAccount.ts';
import { getPart } from './getPart.ts';

/**
 * The accounts of several connections as one list, in which none stands twice. Of accounts that are one (the same `identity`
 * and the same part of it, see `getPart`) that of the connection which was read last (`asOf`; the earlier snapshot where
 * both are as recent) stays; the others are listed in its `alsoIn`, so that a sum over the result counts the money once.
 * Two accounts of one connection are two: the parts of a mortgage may share number and name. One that only an older
 * connection shows stays, and so does one without an identity.
 */
export function combineAccounts(snapshots: readonly CombinableSnapshot[]): readonly CombinedAccount[] {
  const groups = new Map<string, ConnectedAccount[]>();
  for (const { accounts } of [...snapshots].sort((one, other) => readAt(other) - readAt(one))) {
    for (const account of accounts) {
      let key = (account.identity ?? account.connectionId + account.id) + getPart(account);
      // The next account of one connection is another one, however alike they are.
      while (groups.get(key)?.at(-1)?.connectionId === account.connectionId) key += '+';
      groups.set(key, [...(groups.get(key) ?? []), account]);
    }
  }
  const alsoIn = new Map([...groups.values()].map(([counted, ...others]) => [counted, others]));
  return snapshots.flatMap(({ accounts }) =>
    accounts.flatMap((account) => {
      const others = alsoIn.get(account);
      return others ? [{ ...account, alsoIn: others }] : [];
    }),
  );
}

/** As much of a snapshot as is combined. */
export type CombinableSnapshot = Pick<AccountsSnapshot, 'accounts' | 'asOf'>;

/** One account of all that a user shares. */
export interface CombinedAccount extends ConnectedAccount {
  /** The same account as other connections show it, read earlier: to be named, and never counted. */
  readonly alsoIn: readonly ConnectedAccount[];
}

// An unknown time is older than any.
const readAt = ({ asOf }: CombinableSnapshot): number => Date.parse(asOf ?? '') || 0;

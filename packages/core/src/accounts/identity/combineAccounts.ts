import type { AccountsSnapshot, ConnectedAccount } from '../eft/connectedAccount.ts';

/**
 * The accounts of several connections as one list, in which none stands twice. Of accounts with one `identity` those of
 * the connection that was read last (`asOf`; the earlier snapshot where both are as recent) stay; the others are listed
 * in `alsoIn`, so that a sum over the result counts the money once. Two accounts of one connection are never joined:
 * the parts of a mortgage may share a number. Neither are accounts without an identity.
 */
export function combineAccounts(snapshots: readonly CombinableSnapshot[]): readonly CombinedAccount[] {
  const newest = new Map<string, CombinableSnapshot>();
  const others = new Map<string, ConnectedAccount[]>();
  for (const snapshot of snapshots) {
    for (const { identity } of snapshot.accounts) {
      if (!identity) continue;
      const known = newest.get(identity);
      if (known === undefined || readAt(snapshot) > readAt(known)) newest.set(identity, snapshot);
    }
  }
  const counted: ConnectedAccount[] = [];
  for (const snapshot of snapshots) {
    for (const account of snapshot.accounts) {
      const { identity } = account;
      if (!identity || newest.get(identity) === snapshot) counted.push(account);
      else others.set(identity, [...(others.get(identity) ?? []), account]);
    }
  }
  return counted.map((account) => ({ ...account, alsoIn: others.get(account.identity ?? '') ?? [] }));
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

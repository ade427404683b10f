import { combineAccounts, type Connection } from '@flinks-kit/core';
import type { ConnectionRecord, ListedAccount } from '../store/records.ts';
import { sharedAccounts } from './connections.ts';

/**
 * Which of the user's other connections have accounts of this one. `own` are connections of one user: accounts of two
 * users are never compared. Found at each read, so it holds in any order of links, deletions and Details.
 */
export function findDuplicates(
  connection: ConnectionRecord,
  own: readonly ConnectionRecord[],
): Connection['duplicates'] {
  // A first bank has nothing beside it to be compared with.
  if (own.length === 0) return [];
  const { accounts } = summarize(connection);
  return own.flatMap((other): Connection['duplicates'] => {
    if (other.id === connection.id) return [];
    const { accounts: others, identities, appearances, unidentifiedAppearances } = summarize(other);
    // As the list of all accounts joins them, where those of the first of two equally recent connections stay.
    const combined = combineAccounts([accounts, others].map((each) => ({ accounts: each, asOf: null })));
    const same = combined.filter(({ alsoIn }) => alsoIn.length > 0);
    if (same.length > 0) return [{ connectionId: other.id, accountIds: idsOf(same), certainty: 'same' }];
    const isSameBank = isOneBank(connection, other);
    const likely = accounts.filter(({ identity, appearance }) => {
      // One number, and two types.
      if (identity !== null && identities.has(identity)) return true;
      // Where both numbers are known whole, they differ.
      return isSameBank && (identity === null ? appearances : unidentifiedAppearances).has(appearance);
    });
    return likely.length > 0
      ? [{ connectionId: other.id, accountIds: idsOf(likely), certainty: 'likely' }]
      : [];
  });
}

/** What of an account is compared. */
interface SummarizedAccount extends Pick<ListedAccount, 'id' | 'identity' | 'title' | 'type'> {
  readonly connectionId: string;
  /** Where a number is not known whole, all that is known of both must agree. */
  readonly appearance: string;
}

/** The accounts of a connection, found by what two are compared by. */
interface Summarized {
  readonly accounts: readonly SummarizedAccount[];
  readonly identities: ReadonlySet<string | null>;
  readonly appearances: ReadonlySet<string>;
  /** Of those whose number is not known whole. */
  readonly unidentifiedAppearances: ReadonlySet<string>;
}

// A list compares each of its connections with each. A record never changes in place.
const summarized = new WeakMap<ConnectionRecord, Summarized>();

function summarize(connection: ConnectionRecord): Summarized {
  const known = summarized.get(connection);
  if (known !== undefined) return known;
  const accounts = (sharedAccounts(connection) ?? [])
    .filter(isComparable)
    .map((account): SummarizedAccount => {
      const { id, identity, mask, title, type, currency } = account;
      const appearance = JSON.stringify([mask, type, currency]);
      return { connectionId: connection.id, id, identity, title, type, appearance };
    });
  const made: Summarized = {
    accounts,
    identities: new Set(accounts.map(({ identity }) => identity)),
    appearances: new Set(accounts.map(({ appearance }) => appearance)),
    unidentifiedAppearances: new Set(
      accounts.filter(({ identity }) => identity === null).map(({ appearance }) => appearance),
    ),
  };
  summarized.set(connection, made);
  return made;
}

/** A mask without a digit is no evidence. */
const isComparable = ({ identity, mask }: ListedAccount): boolean =>
  identity !== null || /[^•\s]/.test(mask ?? '');

const idsOf = (accounts: readonly SummarizedAccount[]): readonly string[] => accounts.map(({ id }) => id);

function isOneBank(one: ConnectionRecord, two: ConnectionRecord): boolean {
  if (one.institutionId !== null && two.institutionId !== null)
    return one.institutionId === two.institutionId;
  return one.institution !== null && one.institution === two.institution;
}

import type { Connection } from '@flinks-kit/core';
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
  const accounts = sharedAccounts(connection) ?? [];
  return own.flatMap((other): Connection['duplicates'] => {
    if (other.id === connection.id) return [];
    const others = sharedAccounts(other) ?? [];
    const idsOf = (isOne: (one: ListedAccount, two: ListedAccount) => boolean): readonly string[] =>
      accounts.filter((one) => others.some((two) => isOne(one, two))).map(({ id }) => id);
    const same = idsOf(isSame);
    if (same.length > 0) return [{ connectionId: other.id, accountIds: same, certainty: 'same' }];
    const likely = isOneBank(connection, other) ? idsOf(isLikely) : [];
    return likely.length > 0 ? [{ connectionId: other.id, accountIds: likely, certainty: 'likely' }] : [];
  });
}

const isSame = (one: ListedAccount, two: ListedAccount): boolean =>
  one.identity !== null && one.identity === two.identity;

/** Where a number is not known whole, all that is known of both must agree. */
function isLikely(one: ListedAccount, two: ListedAccount): boolean {
  if (one.identity !== null && two.identity !== null) return false;
  const isShown = one.mask !== null && /[^•\s]/.test(one.mask);
  return isShown && one.mask === two.mask && one.type === two.type && one.currency === two.currency;
}

function isOneBank(one: ConnectionRecord, two: ConnectionRecord): boolean {
  if (one.institutionId !== null && two.institutionId !== null)
    return one.institutionId === two.institutionId;
  return one.institution !== null && one.institution === two.institution;
}

import type { Account } from '@flinks-kit/core';
import type { AccountSelection } from '../store/records.ts';

/**
 * Leaves only the accounts that the user chose to share. Flinks is given the filter too, but its selector merely
 * reports a choice and the Summary has no filter (docs/flinks/api.md 7).
 */
export function selectAccounts<Shared extends Pick<Account, 'id'>>(
  accounts: readonly Shared[],
  selection: AccountSelection,
): readonly Shared[] {
  if (selection.mode === 'all') return accounts;
  const isChosen = createIdCheck(selection.accountIds);
  return accounts.filter(({ id }) => isChosen(id));
}

/** Whether an account's id is one of these, whatever its case. */
export function createIdCheck(ids: readonly string[]): (id: string) => boolean {
  const known = new Set(ids.map((id) => id.toLowerCase()));
  return (id) => known.has(id.toLowerCase());
}

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
  const chosen = new Set(selection.accountIds.map((id) => id.toLowerCase()));
  return accounts.filter(({ id }) => chosen.has(id.toLowerCase()));
}

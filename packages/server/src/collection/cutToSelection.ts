import type { Account } from '@flinks-kit/core';
import type { AccountSelection } from '../store/records.ts';

/**
 * Leaves only what the person chose to share. Flinks' filter is asked for too, but the selector merely reports a
 * choice and the Summary has no filter, so the cut is ours (docs/flinks/api.md 7).
 */
export function cutToSelection(
  accounts: readonly Account[],
  selection: AccountSelection,
): readonly Account[] {
  if (selection.mode === 'all') return accounts;
  const chosen = new Set(selection.accountIds.map((id) => id.toLowerCase()));
  return accounts.filter(({ id }) => chosen.has(id.toLowerCase()));
}

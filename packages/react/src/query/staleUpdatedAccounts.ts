import type { AccountsSnapshot, Connection, FlinksClient } from '@flinks-kit/core';
import type { QueryClient } from '@tanstack/react-query';
import { flinksKeys } from './keys.ts';

/**
 * Reads the accounts anew of every connection whose update came to its end between two readings: a refresh that was
 * started here or in another tab, a reconnect, the night. Accounts that are as new already are left alone.
 */
export function staleUpdatedAccounts(
  cache: QueryClient,
  client: FlinksClient,
  before: readonly Connection[],
  after: readonly Connection[],
): void {
  for (const connection of after) {
    const earlier = before.find(({ id }) => id === connection.id);
    const queryKey = flinksKeys.accounts(client, connection.id);
    const shown = cache.getQueryData<AccountsSnapshot>(queryKey);
    if (earlier === undefined || shown === undefined || !cameToItsEnd(earlier, connection)) continue;
    if (!isAsNew(shown, connection)) void cache.invalidateQueries({ queryKey, exact: true });
  }
}

function cameToItsEnd(before: Connection, after: Connection): boolean {
  if (after.health.status === 'pending') return false;
  return before.health.status === 'pending' || before.lastRefreshAt !== after.lastRefreshAt;
}

function isAsNew({ asOf, retryAfterMs }: AccountsSnapshot, { lastRefreshAt }: Connection): boolean {
  return retryAfterMs !== null || (asOf !== null && asOf === lastRefreshAt);
}

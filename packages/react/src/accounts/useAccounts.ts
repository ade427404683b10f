'use client';

import type { AccountsSnapshot } from '@flinks-kit/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { accountsQueryOptions } from '../query/accounts.ts';
import { type FlinksQueryConfig, withConfig } from '../query/queryConfig.ts';

/**
 * The accounts of one connection, as a TanStack result. They appear as soon as Flinks has the Summary and complete
 * themselves; idle while the id is `undefined` or empty. While Flinks is still collecting, `data.status` is `pending` or
 * `partial`: that is data, not an error.
 *
 * @example
 * const accounts = useAccounts(connectionId);
 * return <AccountList accounts={accounts} />;
 */
export function useAccounts<Data = AccountsSnapshot>(
  connectionId: string | undefined,
  config: FlinksQueryConfig<AccountsSnapshot, Data> = {},
): UseQueryResult<Data> {
  const { client } = useFlinks();
  return useQuery(withConfig(accountsQueryOptions(client, connectionId), config));
}

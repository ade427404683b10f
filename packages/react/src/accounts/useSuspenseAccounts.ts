'use client';

import type { AccountsSnapshot } from '@flinks-kit/core';
import { useSuspenseQuery, type UseSuspenseQueryResult } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { accountsQueryOptions, fetchAccounts } from '../query/accounts.ts';

/** `useAccounts` for a tree under `<Suspense>`: `data` is always defined, and an error goes to the boundary. */
export function useSuspenseAccounts(connectionId: string): UseSuspenseQueryResult<AccountsSnapshot> {
  const { client } = useFlinks();
  return useSuspenseQuery({
    ...accountsQueryOptions(client, connectionId),
    queryFn: fetchAccounts(client, connectionId),
  });
}

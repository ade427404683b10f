'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { connectionsQueryOptions, fetchConnections } from '../query/connections.ts';
import { type AllAccounts, useAccountsOf } from './useAllAccounts.ts';

/** `useAllAccounts` for a tree under `<Suspense>`, which waits for the list of connections only. */
export function useSuspenseAllAccounts(): AllAccounts {
  const { client } = useFlinks();
  const list = useSuspenseQuery({
    ...connectionsQueryOptions(client),
    queryFn: fetchConnections(client),
  });
  return useAccountsOf(client, list);
}

import { accountsQueryOptions, connectionsQueryOptions } from '@flinks-kit/react/query';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { connection } from 'next/server';
import type { ReactElement } from 'react';
import { app } from '../server/flinks.ts';
import { Accounts } from './Accounts.tsx';
import { Providers } from './Providers.tsx';

/** Reads the accounts on the server, so that they are in the page's HTML and the browser sends no request for them. */
export default async function Page(): Promise<ReactElement> {
  await connection();
  const { client } = await app();
  const cache = new QueryClient();
  const [bank] = await cache.fetchQuery(connectionsQueryOptions(client));
  await cache.prefetchQuery(accountsQueryOptions(client, bank?.id));
  return (
    <Providers userId={client.userId}>
      <HydrationBoundary state={dehydrate(cache)}>
        <Accounts connectionId={bank?.id} />
      </HydrationBoundary>
    </Providers>
  );
}

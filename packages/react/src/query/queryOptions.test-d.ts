// Compiled with everything else by `npm test -- types`, and never run.
import type { AccountsSnapshot, Connection, FlinksClient } from '@flinks-kit/core';
import { QueryClient } from '@tanstack/react-query';
import { describe, expectTypeOf, it } from 'vitest';
import { accountsQueryOptions, connectionQueryOptions, connectionsQueryOptions } from './index.ts';

declare const client: FlinksClient;
const queryClient = new QueryClient();

describe('query options', () => {
  it('carry the type of their data into the cache', () => {
    const { queryKey } = connectionsQueryOptions(client);
    expectTypeOf(queryClient.getQueryData(queryKey)).toEqualTypeOf<readonly Connection[] | undefined>();
    const accounts = accountsQueryOptions(client, 'id').queryKey;
    expectTypeOf(queryClient.getQueryData(accounts)).toEqualTypeOf<AccountsSnapshot | undefined>();
    const connection = connectionQueryOptions(client, 'id').queryKey;
    expectTypeOf(queryClient.getQueryData(connection)).toEqualTypeOf<Connection | undefined>();
  });

  it('take an id that is not known yet', () => {
    expectTypeOf(accountsQueryOptions).toBeCallableWith(client, undefined);
  });
});

import { describe, expect, test } from 'vitest';
import * as entry from './index.ts';

describe('@flinks-kit/react/query', () => {
  test('the entry point exports these names', () => {
    expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
    [
      "accountsQueryOptions",
      "allAccountsQueryOptions",
      "connectionQueryOptions",
      "connectionsQueryOptions",
      "deleteConnectionMutationOptions",
      "flinksKeys",
      "institutionsQueryOptions",
      "nightlyRefreshMutationOptions",
      "refreshConnectionMutationOptions",
    ]
  `);
  });
});

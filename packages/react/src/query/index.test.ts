import { expect, test } from 'vitest';
import * as door from './index.ts';

test('the query door has these exports', () => {
  expect(Object.keys(door).toSorted()).toMatchInlineSnapshot(`
    [
      "accountsQueryOptions",
      "connectionQueryOptions",
      "connectionsQueryOptions",
      "deleteConnectionMutationOptions",
      "flinksKeys",
      "nightlyRefreshMutationOptions",
      "refreshConnectionMutationOptions",
    ]
  `);
});

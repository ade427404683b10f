import { describe, expect, test } from 'vitest';
import * as entry from './index.ts';

describe('@flinks-kit/server/postgres', () => {
  test('the entry point ./postgres exports exactly these names', () => {
    expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
    [
      "createPostgresStore",
    ]
  `);
  });
});

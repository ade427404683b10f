import { describe, expect, test } from 'vitest';
import * as entry from './index.ts';

describe('@flinks-kit/server/node', () => {
  test('the entry point ./node exports exactly these names', () => {
    expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
    [
      "toNodeHandler",
    ]
  `);
  });
});

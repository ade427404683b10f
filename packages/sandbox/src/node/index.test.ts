import { expect, test } from 'vitest';
import * as entry from './index.ts';

test('the entry point exports exactly these names', () => {
  expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
    [
      "startSandbox",
    ]
  `);
});

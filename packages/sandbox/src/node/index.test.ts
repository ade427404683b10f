import { expect, test } from 'vitest';
import * as door from './index.ts';

test('the entry point exports exactly these names', () => {
  expect(Object.keys(door).toSorted()).toMatchInlineSnapshot(`
    [
      "startSandbox",
    ]
  `);
});

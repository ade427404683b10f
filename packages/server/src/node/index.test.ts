import { expect, test } from 'vitest';
import * as door from './index.ts';

test('the door ./node exports exactly these names', () => {
  expect(Object.keys(door).toSorted()).toMatchInlineSnapshot(`
    [
      "toNodeHandler",
    ]
  `);
});

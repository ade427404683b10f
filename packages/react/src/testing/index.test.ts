import { expect, test } from 'vitest';
import * as entry from './index.ts';

test('the entry point exports these names', () => {
  expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
    [
      "createFakeFlinks",
      "fakeAccount",
      "fakeConnection",
      "fakeDelay",
      "fakeScenarios",
      "fakeSequence",
      "fakeSnapshot",
    ]
  `);
});

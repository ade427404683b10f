import { describe, expect, test } from 'vitest';
import * as entry from './index.ts';

describe('@flinks-kit/react/testing', () => {
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
});

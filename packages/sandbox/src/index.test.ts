import * as door from '@flinks-kit/sandbox';
import { expect, test } from 'vitest';

test('the entry point exports exactly these names', () => {
  expect(Object.keys(door).toSorted()).toMatchInlineSnapshot(`
    [
      "bankAccount",
      "createManualClock",
      "createSandbox",
      "institution",
      "institutions",
      "scenarios",
      "testUser",
    ]
  `);
});

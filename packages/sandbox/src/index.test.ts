import * as door from '@flinks-kit/sandbox';
import { expect, test } from 'vitest';

test('the door opens on these and nothing else', () => {
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

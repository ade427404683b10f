import * as entry from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';

describe('@flinks-kit/sandbox', () => {
  test('the entry point exports exactly these names', () => {
    expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
    [
      "bankAccount",
      "createManualClock",
      "createSandbox",
      "createShiftableClock",
      "drawLogo",
      "institution",
      "institutions",
      "scenarios",
      "testUser",
    ]
  `);
  });
});

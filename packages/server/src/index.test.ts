import { expect, test } from 'vitest';
import * as door from './index.ts';

test('the door exports exactly these names', () => {
  expect(Object.keys(door).toSorted()).toMatchInlineSnapshot(`
    [
      "contentSecurityPolicy",
      "contentSecurityPolicySources",
      "createFlinksServer",
      "createMemoryStore",
      "defaultTiming",
      "evaluateNightlyRefresh",
      "flinksStoreChecks",
    ]
  `);
});

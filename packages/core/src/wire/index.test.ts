import { expect, test } from 'vitest';
import * as door from './index.ts';

test('the wire has these exports', () => {
  expect(Object.keys(door).toSorted()).toMatchInlineSnapshot(`
    [
      "buildConnectUrl",
      "isTrustedMessage",
      "knownFlinksCodes",
      "knownSteps",
      "parseConnectMessage",
      "parseConnectReturn",
      "toConnectEvent",
    ]
  `);
});

import { describe, expect, test } from 'vitest';
import * as entry from './index.ts';

describe('@flinks-kit/core/wire', () => {
  test('@flinks-kit/core/wire exports these names', () => {
    expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
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
});

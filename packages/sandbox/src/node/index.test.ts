import { describe, expect, test } from 'vitest';
import * as entry from './index.ts';

describe('@flinks-kit/sandbox/node', () => {
  test('the entry point exports exactly these names', () => {
    expect(Object.keys(entry).toSorted()).toMatchInlineSnapshot(`
    [
      "startSandbox",
    ]
  `);
  });
});

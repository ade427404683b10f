import { describe, expect, test } from 'vitest';
import { createRandomIds } from './createRandomIds.ts';

describe('createRandomIds', () => {
  test('ids are 128 bits each, fit for an address, and never come twice', () => {
    const newId = createRandomIds();
    // More than what is drawn from the platform at once.
    const ids = Array.from({ length: 2_000 }, newId);
    expect(new Set(ids).size).toBe(2_000);
    expect(ids.filter((id) => !/^[\w-]{22}$/.test(id))).toEqual([]);
  });
});

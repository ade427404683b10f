import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRandomIds } from './createRandomIds.ts';

describe('createRandomIds', () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each(['with', 'without'])('ids are 128 bits each, %s Buffer, and never come twice', (which) => {
    if (which === 'without') vi.stubGlobal('Buffer', undefined);
    const newId = createRandomIds();
    // More than what is drawn from the platform at once.
    const ids = Array.from({ length: 2_000 }, newId);
    expect(new Set(ids).size).toBe(2_000);
    expect(ids.filter((id) => !/^[\w-]{22}$/.test(id))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { createRandom, guidFrom } from './random.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('createRandom', () => {
  test('ten thousand ids are GUIDs of version 4, and no two are the same', () => {
    const random = createRandom('seed');
    const ids = Array.from({ length: 5000 }, (_, index) => [
      random.guid(),
      guidFrom('seed', String(index)),
    ]).flat();
    expect(ids.filter((id) => !guid.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(10_000);
  });

  test('parts do not run into each other', () => {
    expect(guidFrom('ab', 'c')).not.toBe(guidFrom('a', 'bc'));
  });

  test('a pick is spread over the whole list', () => {
    const random = createRandom('seed');
    const counts = new Map<string, number>();
    for (let context = 0; context < 3000; context += 1) {
      const picked = random.pick(['a', 'b', 'c']);
      counts.set(picked, (counts.get(picked) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(count).toBeGreaterThan(850);
    expect(counts.size).toBe(3);
  });
});

import { describe, expect, test } from 'vitest';
import { createMemoryStore } from './createMemoryStore.ts';
import type { FlinksStore } from './FlinksStore.ts';
import { flinksStoreChecks } from './flinksStoreChecks.ts';

describe('createMemoryStore', () => {
  test.each(flinksStoreChecks)('the memory store %s', async (_name, check) => {
    await expect(check(createMemoryStore)).resolves.toBeUndefined();
  });

  test.each<[string, (store: FlinksStore) => Partial<FlinksStore>]>([
    ['forgets a row', () => ({ insert: async () => true })],
    ['lets every insert win', (store) => ({ insert: async (row) => (await store.insert(row), true) })],
    ['replaces any version', () => ({ replace: async () => true })],
    ['keeps what was removed', () => ({ remove: async () => undefined })],
    ['lists without a limit', (store) => ({ list: (query) => store.list({ ...query, limit: 99 }) })],
    ['gives a lease to all', () => ({ lease: async () => true })],
    ['releases another holder’s lease', () => ({ release: async () => undefined })],
  ])('the suite finds a store that %s', async (_name, broken) => {
    const create = () => {
      const store = createMemoryStore();
      return { ...store, ...broken(store) };
    };
    const outcomes = await Promise.allSettled(flinksStoreChecks.map(([, check]) => check(create)));
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
  });
});

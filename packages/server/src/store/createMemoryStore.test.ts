import { test } from 'vitest';
import { createMemoryStore } from './createMemoryStore.ts';
import { flinksStoreChecks } from './flinksStoreChecks.ts';

test.each(flinksStoreChecks)('the memory store %s', async (_name, check) => {
  await check(createMemoryStore);
});

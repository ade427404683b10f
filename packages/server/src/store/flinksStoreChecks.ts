import type { FlinksStore, StoredRow } from './FlinksStore.ts';

/**
 * The contract of a store as plain checks: run each with your runner, against a fresh, empty store. A check
 * rejects with the sentence that does not hold.
 *
 * @example
 * for (const [name, check] of flinksStoreChecks) test(name, () => check(createMyStore));
 */
export const flinksStoreChecks: readonly (readonly [string, StoreCheck])[] = [
  [
    'gives back exactly the row that was inserted',
    async (create) => {
      const store = await create();
      await expectThat(await store.insert(row()), true);
      await expectThat(await store.get('connection', 'a'), row());
      await expectThat(await store.get('session', 'a'), null);
    },
  ],
  [
    'never inserts over a row that is there',
    async (create) => {
      const store = await create();
      await store.insert(row());
      await expectThat(await store.insert(row({ sealed: 'other' })), false);
      await expectThat((await store.get('connection', 'a'))?.sealed, 'text');
    },
  ],
  [
    'lets exactly one of many concurrent inserts win',
    async (create) => {
      const store = await create();
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.insert(row({ sealed: `${i}` }))),
      );
      await expectThat(wins.filter(Boolean).length, 1);
    },
  ],
  [
    'lets exactly one of many concurrent replacements win',
    async (create) => {
      const store = await create();
      await store.insert(row());
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.replace(row({ version: 2, sealed: `${i}` }))),
      );
      await expectThat(wins.filter(Boolean).length, 1);
    },
  ],
  [
    'replaces every index with the row',
    async (create) => {
      const store = await create();
      await store.insert(row());
      const next = row({ version: 2, userId: null, loginKey: null, dueAt: null, sealed: 'next' });
      await expectThat(await store.replace(next), true);
      await expectThat(await store.get('connection', 'a'), next);
    },
  ],
  [
    'does not replace a row that is gone',
    async (create) => {
      const store = await create();
      await store.insert(row());
      await store.remove('connection', 'a');
      await store.remove('connection', 'a');
      await expectThat(await store.replace(row({ version: 2 })), false);
      await expectThat(await store.get('connection', 'a'), null);
    },
  ],
  [
    'lists by each index, by all together, in order and in pages',
    async (create) => {
      const store = await create();
      await store.insert(row({ id: 'c', userId: 'u2', loginKey: 'l2', dueAt: 30 }));
      await store.insert(row({ id: 'a', userId: 'u1', loginKey: 'l1', dueAt: 10 }));
      await store.insert(row({ id: 'b', userId: 'u1', loginKey: 'l2', dueAt: null }));
      await store.insert(row({ kind: 'session', id: 'd', userId: 'u1', loginKey: 'l1', dueAt: 10 }));
      const ids = async (query: object) =>
        (await store.list({ kind: 'connection', limit: 10, ...query })).map(({ id }) => id);
      await expectThat(await ids({}), ['a', 'b', 'c']);
      await expectThat(await ids({ userId: 'u1' }), ['a', 'b']);
      await expectThat(await ids({ loginKeys: ['l2', 'other'] }), ['b', 'c']);
      await expectThat(await ids({ loginKeys: [] }), []);
      await expectThat(await ids({ dueBefore: 30 }), ['a']);
      await expectThat(await ids({ userId: 'u2', loginKeys: ['l2'], dueBefore: 31 }), ['c']);
      await expectThat(await ids({ limit: 1, after: 'a' }), ['b']);
    },
  ],
  [
    'gives a lease to one holder at a time, until it expires or is given back',
    async (create) => {
      const store = await create();
      const lease = { key: 'work', holder: 'one', now: 0, until: 100 };
      await expectThat(await store.lease(lease), true);
      await expectThat(await store.lease({ ...lease, holder: 'two' }), false);
      await expectThat(await store.lease({ ...lease, now: 50, until: 150 }), true);
      await expectThat(await store.lease({ ...lease, holder: 'two', now: 150, until: 250 }), true);
      await store.release('work', 'one');
      await expectThat(await store.lease({ ...lease, now: 151, until: 251 }), false);
      await store.release('work', 'two');
      await expectThat(await store.lease({ ...lease, now: 151, until: 251 }), true);
    },
  ],
  [
    'cuts a lease of a clock that is ahead',
    async (create) => {
      const store = await create();
      await expectThat(await store.lease({ key: 'work', holder: 'fast', now: 9_000, until: 9_100 }), true);
      const lease = { key: 'work', holder: 'two', now: 0, until: 100, latestUntil: 150 };
      await expectThat(await store.lease(lease), false);
      await expectThat(await store.lease({ ...lease, now: 149, until: 249, latestUntil: 299 }), false);
      await expectThat(await store.lease({ ...lease, now: 150, until: 250, latestUntil: 300 }), true);
      await expectThat(await store.lease({ ...lease, holder: 'fast', now: 151 }), false);
    },
  ],
  [
    'lets exactly one of many concurrent holders have a lease',
    async (create) => {
      const store = await create();
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.lease({ key: 'work', holder: `${i}`, now: 0, until: 9 })),
      );
      await expectThat(wins.filter(Boolean).length, 1);
    },
  ],
];

/** One check: it makes itself a store, and rejects when the contract does not hold. */
export type StoreCheck = (create: () => FlinksStore | Promise<FlinksStore>) => Promise<void>;

const row = (change: Partial<StoredRow> = {}): StoredRow => ({
  kind: 'connection',
  id: 'a',
  version: 1,
  userId: 'u1',
  loginKey: 'l1',
  dueAt: 1_790_000_000_000,
  sealed: 'text',
  ...change,
});

async function expectThat(actual: unknown, expected: unknown): Promise<void> {
  const [got, wanted] = [actual, expected].map((value) => JSON.stringify(value, sortKeys));
  if (got !== wanted) throw new Error(`The store answered ${got} where its contract requires ${wanted}.`);
}

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

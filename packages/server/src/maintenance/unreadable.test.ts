import { readFileSync } from 'node:fs';
import type { SandboxOptions } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import { createMemoryStore, type FlinksStore, type StoredRow } from '../index.ts';

const damages: Readonly<Record<string, (row: StoredRow) => string>> = {
  altered: ({ sealed }) => {
    const at = sealed.length - 30;
    return sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
  },
  truncated: ({ sealed }) => sealed.slice(0, 20),
  'sealed by a lost key': ({ sealed }) => sealed.replace(/^1\.[^.]+/, '1.lostlost'),
  empty: () => '',
};

async function damage(store: FlinksStore, kind: string, how: (row: StoredRow) => string, userId?: string) {
  const rows = await store.list({ kind, limit: 99, ...(userId === undefined ? {} : { userId }) });
  for (const row of rows) await store.replace({ ...row, version: row.version + 1, sealed: how(row) });
  return rows.length;
}

const quick: SandboxOptions = { pendingPolls: 0, deleteCard: 'strict' };

/** Ann and bob have a bank each; every row of one kind of ann's is then damaged. */
async function start(kind: string, how: string, sandbox: SandboxOptions = quick) {
  const store = createMemoryStore();
  const server = startTestServer({
    server: { store, rateLimit: () => true },
    sandbox,
  });
  const ann = await server.link('ann');
  await ann.client.getAccounts(ann.connection.id);
  server.clock.advance(40 * 60_000);
  const damaged = await damage(store, kind, damages[how] ?? (() => ''));
  const bob = await server.link('bob', { username: 'Greatday' });
  await bob.client.getAccounts(bob.connection.id);
  return { store, server, ann, bob, damaged };
}

const kinds = ['connection', 'owner', 'collection', 'session', 'identity-key'];
const table = kinds.flatMap((kind) => Object.keys(damages).map((how) => [kind, how] as const));

// A new kind is added here after it was thought through: to the table above, or to those that have a test elsewhere.
const elsewhere = ['attempts', 'inbox', 'institutions', 'maintenance', 'return', 'tombstone'];

describe('a stored row that cannot be opened', () => {
  test('is tried for every kind of row', () => {
    const source = readFileSync(new URL('../context/createServerContext.ts', import.meta.url), 'utf8');
    const all = [...source.matchAll(/createRecords<\w+>\(\s*kept,\s*'([\w-]+)'/g)].map(
      ([, kind = '']) => kind,
    );
    expect(all.toSorted()).toEqual([...kinds, ...elsewhere].toSorted());
  });

  test.each(table)('%s, %s: linking the bank again replaces it', async (kind, how) => {
    const { server, ann, damaged, store } = await start(kind, how);
    expect(damaged).toBe(1);
    const again = await server.link('ann');
    expect(again.connection.id).toBe(ann.connection.id);
    expect((await again.client.getAccounts(again.connection.id)).accounts).toHaveLength(9);
    expect(await again.client.listConnections()).toHaveLength(1);
    expect(await store.list({ kind: 'connection', userId: 'ann', limit: 9 })).toHaveLength(1);
  });

  test.each(table)('%s, %s: the connection can be deleted', async (kind, how) => {
    const { server, ann, store } = await start(kind, how);
    await ann.client.deleteConnection(ann.connection.id);
    server.clock.advance(2 * 24 * 60 * 60_000);
    await server.flinks.maintain();
    expect(await ann.client.listConnections()).toEqual([]);
    expect(await store.list({ kind: 'connection', userId: 'ann', limit: 9 })).toEqual([]);
    expect(await store.list({ kind: 'collection', userId: 'ann', limit: 9 })).toEqual([]);
    await expect(ann.client.deleteConnection(ann.connection.id)).resolves.toEqual({ status: 'deleted' });
    const cards = server.sandbox.logins().map(({ username }) => username);
    expect(cards).toEqual(['Greatday']);
  });

  test.each(table)('%s, %s: accounts are readable again, or the error states why', async (kind, how) => {
    const { ann } = await start(kind, how);
    const read = ann.client.getAccounts(ann.connection.id).then(({ accounts }) => accounts.length);
    if (kind === 'connection') await expect(read).rejects.toMatchObject({ status: 500 });
    else expect(await read).toBe(9);
  });

  test.each(table)('%s, %s: no other user notices, and maintain() does its work', async (kind, how) => {
    // Flinks still processes bob's card, so its deletion has to wait.
    const { server, bob } = await start(kind, how, {});
    const report = await server.flinks.maintain();
    expect(report).toMatchObject({ ran: true, failed: [] });
    expect(await bob.client.deleteConnection(bob.connection.id)).toEqual({ status: 'deleting' });
    server.clock.advance(60 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({ deletionsFinished: 1, failed: [] });
  });

  test('is reported to its user only: another user gets the answer of no such connection', async () => {
    const { ann, bob } = await start('connection', 'altered');
    await expect(bob.client.getConnection(ann.connection.id)).rejects.toMatchObject({ status: 404 });
  });

  test('250 of each kind, due first, stop no job, and are counted', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ server: { store } });
    for (const kind of ['session', 'tombstone', 'inbox', 'connection', 'attempts', 'return']) {
      for (let number = 0; number < 250; number++) {
        const id = `!${number}`;
        await store.insert({ kind, id, version: 1, userId: 'x', loginKey: 'x', dueAt: 0, sealed: '1.x.x.x' });
      }
    }
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    await client.deleteConnection(connection.id);
    server.clock.advance(60 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({
      deletionsFinished: 1,
      failed: [],
      unreadable: 1_500,
    });
    // One sentence each would fill the log at every run.
    expect(server.warnings.filter((sentence) => sentence.includes('cannot be opened'))).toHaveLength(1);
  });

  test('a deletion that fails at every run keeps no other one waiting', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ server: { store } });
    const broken = startTestServer({
      beside: server,
      server: {
        store: {
          ...store,
          remove: async (kind, id) => {
            if (kind === 'collection' && id === first.connection.id) throw new Error('The disk is full.');
            return store.remove(kind, id);
          },
        },
      },
    });
    const first = await server.link('ann');
    const second = await server.link('bob', { username: 'Greatday' });
    for (const { client, connection } of [first, second]) {
      await client.getAccounts(connection.id);
      await client.deleteConnection(connection.id);
    }
    server.clock.advance(60 * 60_000);
    expect(await broken.flinks.maintain()).toMatchObject({
      deletionsFinished: 1,
      failed: ['deletionsFinished'],
    });
  });
});

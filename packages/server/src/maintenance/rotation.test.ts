import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { letPass } from '../../test/letPass.ts';
import { createRandom } from '../../test/processes/longForms.ts';
import { startTestServer, testKey, type TestServer } from '../../test/startTestServer.ts';
import { createMemoryStore, type FlinksStore } from '../index.ts';

const newKey = btoa('flinks-kit new key, still public');

/** Three processes on one store, each with its own keys. */
function startThree(...keys: readonly (readonly string[])[]) {
  const store = createMemoryStore();
  const first = startTestServer({
    sandbox: { pendingPolls: 0, deleteCard: 'strict' },
    server: { store, rateLimit: () => true, encryption: { keys: keys[0] ?? [] } },
  });
  const others = keys.slice(1).map((own) =>
    startTestServer({
      beside: first,
      server: { store, rateLimit: () => true, encryption: { keys: own } },
    }),
  );
  return { store, servers: [first, ...others] as const, first };
}

/** Three processes with the first key on one store, and how to start another with other keys beside them. */
function startRotation() {
  const store = createMemoryStore();
  const first = startTestServer({ sandbox: { pendingPolls: 0 } });
  const start = (keys: readonly string[]) =>
    startTestServer({
      beside: first,
      server: { store, rateLimit: () => true, encryption: { keys } },
    });
  return { store, first, start, servers: Array.from({ length: 3 }, () => start([testKey])) };
}

async function openLink(server: TestServer, user: string, sandbox: TestServer['sandbox']) {
  const client = server.clientOf(user);
  const { sessionId } = await client.openSession({});
  return { client, link: { sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) } };
}

const countConnections = async (store: FlinksStore) =>
  (await store.list({ kind: 'connection', limit: 99 })).length;

describe('rotation of encryption keys', () => {
  describe('the lock on a login while keys rotate', () => {
    test.each([
      ['the old key alone, the new one last', [testKey], [testKey, newKey]],
      ['the new key last, the new key first', [testKey, newKey], [newKey, testKey]],
      ['the new key first, the new key alone', [newKey, testKey], [newKey]],
      ['the old key alone, the new one first (no order of ours)', [testKey], [newKey, testKey]],
    ])('is one between %s', async (_name, one, other) => {
      const { first, servers } = startThree(one, other);
      const [a, b] = servers;
      const { connection: anns } = await a.link('ann');
      first.clock.advance(5 * 60_000);
      const { client: bob, link } = await openLink(b ?? a, 'bob', first.sandbox);
      // Both at once: the card is deleted before the link, or not at all.
      const [deleted, linked] = await letPass(
        first.clock,
        Promise.allSettled([a.clientOf('ann').deleteConnection(anns.id), bob.linkConnection(link)]),
      );
      expect(deleted.status).toBe('fulfilled');
      if (linked.status === 'rejected') return;
      expect(first.sandbox.logins()).toHaveLength(1);
    });

    test.each([
      ['the old key alone, the new one last', [testKey], [testKey, newKey]],
      ['the new key last, the new key first', [testKey, newKey], [newKey, testKey]],
      ['the new key first, the new key alone', [newKey, testKey], [newKey]],
      ['the old key alone, the new one first (no order of ours)', [testKey], [newKey, testKey]],
    ])('keeps a card while another process asks Flinks about its link: %s', async (_name, one, other) => {
      const { store, first, servers } = startThree(one);
      let hold = Promise.resolve();
      let noteAsked = (): void => undefined;
      const asked = new Promise<void>((resolve) => (noteAsked = resolve));
      const b = startTestServer({
        beside: first,
        server: { store, rateLimit: () => true, encryption: { keys: other } },
        flinks: {
          async fetch(request) {
            if (request.url.endsWith('/Authorize')) {
              noteAsked();
              await hold;
            }
            return first.sandbox.fetch(request);
          },
        },
      });
      const { connection: anns } = await servers[0].link('ann');
      first.clock.advance(5 * 60_000);
      const { client: bob, link } = await openLink(b, 'bob', first.sandbox);
      let release = (): void => undefined;
      hold = new Promise((resolve) => (release = resolve));
      const linked = bob.linkConnection(link);
      await asked;
      expect(await servers[0].clientOf('ann').deleteConnection(anns.id)).toEqual({ status: 'deleting' });
      expect(first.sandbox.journal.calls('DeleteCard')).toEqual([]);
      release();
      expect(await linked).toMatchObject({ verification: 'verified' });
    });

    test.each([
      ['the new key last, the new key first', [testKey, newKey], [newKey, testKey]],
      ['the old key alone, the new one first (no order of ours)', [testKey], [newKey, testKey]],
    ])('never deletes a card that another process has linked since: %s', async (_name, one, other) => {
      const { first, servers } = startThree(one, other);
      const [a, b] = servers;
      const { connection: anns } = await a.link('ann');
      first.clock.advance(5 * 60_000);
      const { client: bob, link } = await openLink(b ?? a, 'bob', first.sandbox);
      await bob.linkConnection(link);
      first.clock.advance(60 * 60_000);
      const outcome = await a.clientOf('ann').deleteConnection(anns.id);
      expect(outcome.status).not.toBe('deleted');
      await b?.flinks.maintain();
      expect(await bob.listConnections()).toHaveLength(1);
      expect(first.sandbox.logins()).toHaveLength(1);
    });

    test.each([
      ['the new key last, the new key first', [testKey, newKey], [newKey, testKey]],
      ['the old key alone, the new one first (no order of ours)', [testKey], [newKey, testKey]],
    ])('gives one user one connection of one login: %s', async (_name, one, other) => {
      const { store, first, servers } = startThree(one, other, other);
      const ids: string[] = [];
      for (const server of [...servers, ...servers]) {
        const { client, link } = await openLink(server, 'ann', first.sandbox);
        ids.push((await client.linkConnection(link)).id);
        first.clock.advance(5 * 60_000);
      }
      expect(new Set(ids).size).toBe(1);
      expect(await countConnections(store)).toBe(1);
    });
  });

  /** The guide's way, one process after the other: last, first, alone. */
  const steps: readonly (readonly string[])[] = [[testKey], [testKey, newKey], [newKey, testKey], [newKey]];

  describe('a rotation over three processes, while users link and delete', () => {
    test.each([1, 2, 3])('loses no connection and no card, and makes none twice (seed %i)', async (seed) => {
      const random = createRandom(seed);
      const users = ['ann', 'bob', 'cem'];
      const { first, start, servers } = startRotation();
      let calls = 0;
      const act = async (user: string): Promise<void> => {
        const server = servers[random(3)] ?? first;
        const client = server.clientOf(user);
        const [connection] = await client.listConnections();
        calls += 1;
        if (connection !== undefined && random(2) === 0) {
          await client.deleteConnection(connection.id);
          return;
        }
        const { link } = await openLink(server, user, first.sandbox);
        await client.linkConnection(link).catch(() => undefined);
      };
      for (const keys of steps.slice(1)) {
        for (let deployed = 0; deployed < 3; deployed++) {
          servers[deployed] = start(keys);
          await letPass(first.clock, Promise.all(users.map(act)));
          first.clock.advance(5 * 60_000);
          const reader = servers[random(3)] ?? first;
          const lists = await Promise.all(users.map((user) => reader.clientOf(user).listConnections()));
          for (const list of lists) expect(list.length).toBeLessThanOrEqual(1);
          const verified = lists.flat().filter(({ verification }) => verification === 'verified');
          if (verified.length > 0) expect(first.sandbox.logins()).toHaveLength(1);
        }
        // The last process of a step has been deployed: every process knows the same keys.
        for (const server of servers)
          expect(await server.flinks.maintain()).toMatchObject({ failed: [], unreadable: 0 });
      }
      expect(calls).toBe(27);
    });

    test('rows keep their older key while a process without the newest runs', async () => {
      const { servers } = startThree([testKey], [newKey, testKey]);
      const [a, b] = servers;
      await a.link('ann');
      await a.flinks.maintain();
      expect(await b?.flinks.maintain()).toMatchObject({ failed: ['rowsResealed'], rowsResealed: 0 });
      expect(await a.clientOf('ann').listConnections()).toHaveLength(1);
      a.clock.advance(2 * 60 * 60_000);
      const { failed, rowsResealed = 0 } = (await b?.flinks.maintain()) ?? {};
      expect(failed).toEqual([]);
      // Session, connection, owner and collection, and what is read in the background.
      expect(rowsResealed).toBeGreaterThanOrEqual(4);
      expect(await b?.flinks.maintain()).toMatchObject({ failed: [], rowsResealed: 0 });
    });
  });

  describe('the identities of accounts', () => {
    const identitiesIn = async (server: TestServer, id: string) =>
      (await server.clientOf('ann').getAccounts(id)).accounts.map(({ identity }) => identity);

    test('are the same in three processes at every step of a rotation', async () => {
      const { store, first, start, servers } = startRotation();
      const { connection } = await (servers[0] ?? first).link('ann');
      const before = await identitiesIn(servers[0] ?? first, connection.id);
      expect(before.filter((identity) => identity !== null)).toHaveLength(8);
      for (const keys of steps.slice(1)) {
        for (let deployed = 0; deployed < 3; deployed++) {
          const server = (servers[deployed] = start(keys));
          for (const reader of servers) {
            first.clock.advance(10 * 60_000);
            // Reads the bank, and identifies its accounts again in this process.
            await reader.clientOf('ann').refreshConnection(connection.id);
            expect(await identitiesIn(reader, connection.id)).toEqual(before);
          }
          await server.flinks.maintain();
        }
      }
      for (const row of await store.list({ kind: 'identity-key', limit: 9 })) {
        expect(row.sealed.split('.')[1]).toBe(
          (await store.list({ kind: 'connection', limit: 1 }))[0]?.sealed.split('.')[1],
        );
      }
    });

    test('are one where two processes identify a user’s first accounts at once', async () => {
      const { servers } = startThree([testKey, newKey], [newKey, testKey]);
      const [a, b = a] = servers;
      const one = await a.link('ann');
      a.clock.advance(5 * 60_000);
      const two = await b.link('ann', { username: 'Greatday' });
      const [first, second] = await Promise.all([
        identitiesIn(a, one.connection.id),
        identitiesIn(b, two.connection.id),
      ]);
      expect(first.filter((identity) => identity !== null)).toHaveLength(8);
      expect(second).toEqual(first);
    });

    test('are none, and the key is not replaced, in a process without the key that sealed it', async () => {
      const { store, servers } = startThree([newKey], [testKey]);
      const [newer, older = newer] = servers;
      const { connection } = await newer.link('ann');
      const before = await identitiesIn(newer, connection.id);
      const rows = await store.list({ kind: 'identity-key', limit: 9 });
      const other = await older.link('ann', { username: 'Greatday' });
      expect(new Set(await identitiesIn(older, other.connection.id))).toEqual(new Set([null]));
      expect(await store.list({ kind: 'identity-key', limit: 9 })).toEqual(rows);
      newer.clock.advance(10 * 60_000);
      await newer.clientOf('ann').refreshConnection(connection.id);
      expect(await identitiesIn(newer, connection.id)).toEqual(before);
    });
  });

  // A lock or a claim that is named by one key's hash is two locks while keys rotate. A new place that leases, or that
  // takes the first hash alone, is added here after it was thought through.
  test('every lease has a name that is the same in every process', () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !/^(store|postgres)\//.test(path),
    );
    const having = (pattern: RegExp) =>
      files.filter((path) => pattern.test(readFileSync(`${root}/${path}`, 'utf8'))).toSorted();
    expect(having(/store\.lease\(/)).toEqual([
      // By connection.
      'collection/collectAccounts.ts',
      // By every key.
      'connections/withLogin.ts',
      // By a word.
      'flinks/createInstitutions.ts',
      // By a word.
      'maintenance/maintain.ts',
      // By connection.
      'refresh/liveRefresh.ts',
      // By a word.
      'refresh/syncNightlyStatus.ts',
    ]);
    expect(having(/const \[\w+ = [^\]]*\] =[^;]*(fingerprints|returnIds|attemptIds|leaseKeys)\(/)).toEqual([
      // Counts links: every key's row is read.
      'connections/linkAttempts.ts',
      // Orders work in this process alone.
      'connections/withLogin.ts',
      // The index of a connection: found by every key.
      'linking/keepConnection.ts',
      // A return: found by every key.
      'linking/mintReturn.ts',
      // Moves indexes.
      'maintenance/reseal.ts',
      // The index of a tombstone: nothing is found by it.
      'operations/deleteConnection.ts',
      // The index of a delivery: found by every key.
      'webhooks/receiveWebhook.ts',
    ]);
  });
});

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SandboxOptions } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { type LinkedUser, startTestServer, type TestServer, testOrigin } from '../../test/startTestServer.ts';
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

const secret = 'webhook-secret';
const options = {
  rateLimit: () => true,
  webhook: { secrets: [secret] },
  connect: { redirect: { publicUrl: `${testOrigin}/api/flinks`, returnTo: '/bank' } },
};

/** A signed delivery about ann's login. Every call with the same number sends the same one. */
async function deliver({ flinks, sandbox }: TestServer, { link }: LinkedUser, number = 1): Promise<number> {
  const [saved] = sandbox.logins();
  const RequestId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const Login = { Id: link.loginId, LastRefresh: saved?.lastRefresh };
  const body = JSON.stringify({ ResponseType: 'KYC', HttpStatusCode: 200, Login, RequestId });
  const headers = { 'flinks-authenticity-key': createHmac('sha256', secret).update(body).digest('base64') };
  const request = new Request(`${testOrigin}/api/flinks/webhook`, { method: 'POST', headers, body });
  return (await flinks.handler(request)).status;
}

/** Ann links a login that is older than her session. */
async function linkOldLogin({ clientOf, clock, sandbox }: TestServer, user = 'ann') {
  const login = sandbox.login({ username: 'Greatday' });
  clock.advance(20 * 60_000);
  const client = clientOf(user);
  const { sessionId } = await client.openSession({});
  return client.linkConnection({ sessionId, ...login });
}

/** What makes a row of a kind that a link and a read of accounts make none of. */
const preparations: Readonly<Record<string, (server: TestServer, ann: LinkedUser) => Promise<unknown>>> = {
  attempts: async (server) => linkOldLogin(server).catch(() => undefined),
  inbox: deliver,
  institutions: async (_server, { client }) => client.listInstitutions('en'),
  maintenance: async ({ flinks }) => flinks.maintain(),
  return: async (_server, { client }) => client.openSession({}),
  async tombstone(server) {
    const other = await server.link('ann', { username: 'chat_gpt' });
    await other.client.getAccounts(other.connection.id);
    server.clock.advance(40 * 60_000);
    await other.client.deleteConnection(other.connection.id);
  },
};

/** Ann and bob have a bank each; every row of one kind of ann's is then damaged. */
async function start(kind: string, how: string, sandbox: SandboxOptions = quick) {
  const store = createMemoryStore();
  const server = startTestServer({ server: { ...options, store }, sandbox });
  const ann = await server.link('ann');
  await ann.client.getAccounts(ann.connection.id);
  server.clock.advance(40 * 60_000);
  await preparations[kind]?.(server, ann);
  const damaged = await damage(store, kind, damages[how] ?? (() => ''));
  const bob = await server.link('bob', { username: 'Greatday' });
  await bob.client.getAccounts(bob.connection.id);
  return { store, server, ann, bob, damaged };
}

const kinds = [
  ...['connection', 'owner', 'collection', 'session', 'identity-key'],
  ...['attempts', 'inbox', 'institutions', 'maintenance', 'return', 'tombstone'],
];
const table = kinds.flatMap((kind) => Object.keys(damages).map((how) => [kind, how] as const));

describe('a stored row that cannot be opened', () => {
  test('is tried for every kind of row', () => {
    const source = readFileSync(new URL('../context/createServerContext.ts', import.meta.url), 'utf8');
    const all = [...source.matchAll(/createRecords<\w+>\(\s*kept,\s*'([\w-]+)'/g)].map(
      ([, kind = '']) => kind,
    );
    expect(all.toSorted()).toEqual(kinds.toSorted());
  });

  test.each(table)('%s, %s: linking the bank again replaces it', async (kind, how) => {
    const { server, ann, damaged, store } = await start(kind, how);
    // Each session that was opened has a return of its own.
    expect(damaged).toBe(kind === 'return' ? 2 : 1);
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

  describe.each(Object.keys(damages))('of what only one route or job reads, %s', (how) => {
    test('attempts: the login can be linked, and old sign-ins are refused and counted again', async () => {
      const { server } = await start('attempts', how);
      for (let count = 0; count < 5; count += 1)
        await expect(linkOldLogin(server)).rejects.toMatchObject({ code: 'login-not-fresh' });
      await expect(linkOldLogin(server)).rejects.toMatchObject({ code: 'too-many-links' });
      server.clock.advance(25 * 60 * 60_000);
      expect((await server.link('ann', { username: 'Greatday' })).connection.verification).toBe('verified');
    });

    test('inbox: the same delivery and the next one are received, and the row goes in time', async () => {
      const { server, ann, store } = await start('inbox', how);
      expect(await deliver(server, ann)).toBe(200);
      expect(await deliver(server, ann, 2)).toBe(200);
      expect(await server.flinks.maintain()).toMatchObject({ failed: [] });
      server.clock.advance(8 * 24 * 60 * 60_000);
      await server.flinks.maintain();
      expect(await store.list({ kind: 'inbox', limit: 9 })).toEqual([]);
    });

    test('institutions: another process asks Flinks again', async () => {
      const { server, store } = await start('institutions', how);
      const other = startTestServer({ beside: server, server: { ...options, store } });
      server.clock.advance(60_000);
      const list = await other.clientOf('ann').listInstitutions('en');
      expect(list.length).toBeGreaterThan(5);
    });

    test('maintenance: maintain() notes its run again, and checkSetup() reads it', async () => {
      const { server } = await start('maintenance', how);
      await server.flinks.checkSetup();
      expect(await server.flinks.maintain()).toMatchObject({ ran: true, failed: [] });
      const { checks } = await server.flinks.checkSetup();
      expect(checks.find(({ name }) => name === 'maintain')).toMatchObject({ status: 'fine' });
    });

    test('return: the state is refused, and the next session has one that works', async () => {
      const { server, ann, store } = await start('return', how);
      const land = async (connectUrl: string, link: { readonly loginId: string }): Promise<string | null> => {
        const url = new URL(new URL(connectUrl).searchParams.get('redirectUrl') ?? '');
        url.searchParams.set('loginId', link.loginId);
        const request = new Request(url, { headers: { 'x-test-user': 'ann' } });
        return (await server.flinks.handler(request)).headers.get('location');
      };
      const { connectUrl } = await ann.client.openSession({});
      await damage(store, 'return', damages[how] ?? (() => ''));
      const login = server.sandbox.login({ username: 'greatday_nomfa' });
      expect(await land(connectUrl, login)).toContain('flinks_error=return-refused');
      const next = await ann.client.openSession({});
      expect(await land(next.connectUrl, login)).toContain('flinks_session=');
    });

    test('tombstone: the deleted connection stays deleted, and its login can be linked again', async () => {
      const { server, ann, store } = await start('tombstone', how);
      const [row] = await store.list({ kind: 'tombstone', limit: 9 });
      await expect(ann.client.getConnection(row?.id ?? '')).rejects.toMatchObject({ status: 404 });
      await expect(ann.client.deleteConnection(row?.id ?? '')).rejects.toMatchObject({ status: 404 });
      const again = await server.link('ann', { username: 'chat_gpt' });
      expect(again.connection.id).not.toBe(row?.id);
      expect(await again.client.listConnections()).toHaveLength(2);
    });
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

import { describe, expect, test } from 'vitest';
import type { ManualClock, Sandbox } from '@flinks-kit/sandbox';
import { startTestServer, type TestServer } from '../../test/startTestServer.ts';
import { createMemoryStore, type FlinksStore } from '../index.ts';

type MadeLogin = ReturnType<Sandbox['login']>;

/** Links a login in a new session of a user. */
async function linkAs(server: TestServer, user: string, login: MadeLogin) {
  const client = server.clientOf(user);
  const { sessionId = '' } = await client.openSession({});
  const link = { sessionId, ...login };
  return { client, link, connection: await client.linkConnection(link) };
}

/** A promise that a test holds, and lets go. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** What work comes to, while time goes by. */
async function inTime<Result>(clock: ManualClock, work: Promise<Result>): Promise<Result> {
  const tick = async (): Promise<Result> => {
    clock.advance(250);
    const soon = new Promise<'not yet'>((resolve) => setImmediate(resolve, 'not yet'));
    const outcome = await Promise.race([work, soon]);
    return outcome === 'not yet' ? tick() : work;
  };
  return tick();
}

describe('one login at two users', () => {
  test('a card is not deleted at Flinks while another user links it', async () => {
    const asked = gate();
    const answer = gate();
    let held = '';
    const server: TestServer = startTestServer({
      sandbox: { pendingPolls: 0 },
      flinks: {
        async fetch(request) {
          if (held !== '' && request.url.endsWith(held)) {
            held = '';
            asked.open();
            await answer.opened;
          }
          return server.sandbox.fetch(request);
        },
      },
    });
    const login = server.sandbox.login({ username: 'greatday_nomfa' });
    const ann = await linkAs(server, 'ann', login);
    await ann.client.getAccounts(ann.connection.id);

    held = '/Authorize';
    const linking = linkAs(server, 'bob', login);
    await asked.opened;
    expect(await ann.client.deleteConnection(ann.connection.id)).toEqual({ status: 'deleting' });
    answer.open();
    const bob = await linking;
    server.clock.advance(2 * 60_000);
    await server.flinks.maintain();
    expect(await ann.client.deleteConnection(ann.connection.id)).toEqual({ status: 'shared' });
    expect(server.sandbox.journal.calls('DeleteCard')).toEqual([]);
    expect((await bob.client.getAccounts(bob.connection.id)).accounts).toHaveLength(9);
  });

  test('a link that meets a deletion at Flinks waits for it, and then returns the real outcome', async () => {
    const asked = gate();
    const answer = gate();
    const server: TestServer = startTestServer({
      sandbox: { pendingPolls: 0, deleteCard: 'strict' },
      flinks: {
        async fetch(request) {
          if (request.method === 'DELETE') {
            asked.open();
            await answer.opened;
          }
          return server.sandbox.fetch(request);
        },
      },
    });
    const login = server.sandbox.login({ username: 'greatday_nomfa' });
    const ann = await linkAs(server, 'ann', login);
    await ann.client.getAccounts(ann.connection.id);
    const removing = ann.client.deleteConnection(ann.connection.id);
    await asked.opened;

    const bob = server.clientOf('bob');
    const { sessionId = '' } = await bob.openSession({});
    const linking = bob.linkConnection({ sessionId, ...login }).catch((error: unknown) => error);
    await expect.poll(() => bob.getSession(sessionId)).toEqual({ status: 'linking' });
    answer.open();
    expect(await removing).toEqual({ status: 'deleted' });
    expect(await inTime(server.clock, linking)).toMatchObject({ code: 'login-unknown' });
  });

  test('a link that waited too long is kept, and finished by maintain()', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ server: { store }, sandbox: { pendingPolls: 0 } });
    const client = server.clientOf('ann');
    const { sessionId = '' } = await client.openSession({});
    let busy = true;
    const lease: FlinksStore['lease'] = async (asked) =>
      busy && asked.key.startsWith('login:') ? false : store.lease(asked);
    const { clock, sandbox } = server;
    const waiting = startTestServer({
      server: { clock, store: { ...store, lease } },
      flinks: { fetch: sandbox.fetch },
    });
    const link = { sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) };
    const linking = waiting
      .clientOf('ann')
      .linkConnection(link)
      .catch((error: unknown) => error);
    expect(await inTime(clock, linking)).toMatchObject({ code: 'unavailable', retry: true });

    expect(await waiting.clientOf('ann').getSession(sessionId)).toEqual({ status: 'linking' });
    busy = false;
    expect(await waiting.flinks.maintain()).toMatchObject({ linksFinished: 1 });
    expect(await client.listConnections()).toHaveLength(1);
  });

  test('what is linked again while a deletion waits stays one connection, and its session stays answered', async () => {
    const server = startTestServer();
    const { client, connection, link } = await server.link('ann');
    await client.getAccounts(connection.id);
    const { sessionId: opened = '' } = await client.openSession({});
    server.clock.advance(1_000);
    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleting' });
    server.clock.advance(1_000);
    const again = await client.linkConnection({ ...link, sessionId: opened });

    server.clock.advance(40 * 60_000);
    await server.flinks.maintain();
    expect(await client.getSession(opened)).toMatchObject({
      status: 'connected',
      connection: { id: again.id },
    });
    const { sessionId } = await client.openSession({});
    expect((await client.linkConnection({ ...link, sessionId })).id).toBe(again.id);
    expect(await client.listConnections()).toHaveLength(1);
  });

  /** A server on a store in whose way a deletion of everything comes once, at the place that `wrap` picks. */
  function startSlow(wrap: (store: FlinksStore, removeAll: () => Promise<void>) => Partial<FlinksStore>) {
    const store = createMemoryStore();
    const quick = startTestServer({ server: { store }, sandbox: { pendingPolls: 0 } });
    const { sandbox, clock } = quick;
    const client = quick.clientOf('ann');
    let left = 1;
    const removeAll = async () => {
      const connections = await client.listConnections();
      if (connections.length === 0 || left-- <= 0) return;
      for (const { id } of connections) await client.deleteConnection(id);
    };
    const slow = startTestServer({
      server: { clock, store: { ...store, ...wrap(store, removeAll) } },
      flinks: { fetch: sandbox.fetch },
    });
    return { store, client, slow, quick, login: sandbox.login({ username: 'greatday_nomfa' }) };
  }

  test('a deleted connection is not written again by a link that was slower than the deletion', async () => {
    const { store, client, slow, quick, login } = startSlow((kept, removeAll) => ({
      async list(query) {
        const rows = await kept.list(query);
        // The link has just read the connection, and looks who else has the login.
        if (query.kind === 'connection' && query.loginKeys !== undefined) await removeAll();
        return rows;
      },
    }));
    await linkAs(quick, 'ann', login);
    await expect(linkAs(slow, 'ann', login)).rejects.toMatchObject({ code: 'connection-not-found' });
    expect(await client.listConnections()).toEqual([]);
    expect(await store.list({ kind: 'connection', limit: 9 })).toEqual([]);
  });

  test('no accounts are collected for a connection that was deleted while it was linked', async () => {
    const { store, client, slow, login } = startSlow((kept, removeAll) => ({
      async insert(row) {
        if (row.kind === 'collection') await removeAll();
        return kept.insert(row);
      },
    }));
    await linkAs(slow, 'ann', login).catch(() => undefined);
    expect(await client.listConnections()).toEqual([]);
    expect(await store.list({ kind: 'collection', limit: 9 })).toEqual([]);
  });

  test('a link that another process settled, and its user deleted, is not carried out once more', async () => {
    const { store, client, slow, quick, login } = startSlow((kept, removeAll) => ({
      async lease(asked) {
        if (asked.key.startsWith('login:')) {
          await quick.flinks.maintain();
          await removeAll();
        }
        return kept.lease(asked);
      },
    }));
    await expect(linkAs(slow, 'ann', login)).rejects.toMatchObject({ code: 'session-not-found' });
    expect(await client.listConnections()).toEqual([]);
    expect(await store.list({ kind: 'connection', limit: 9 })).toEqual([]);
  });

  test.each(['a deletion', 'the end of an unverified connection'])(
    '%s leaves no accounts that begin to be collected in the middle of it',
    async (how) => {
      const store = createMemoryStore();
      const quick = startTestServer({
        server: { store, webhook: { secrets: ['webhook-secret'] }, freshness: 'webhook' },
        sandbox: { pendingPolls: 0 },
      });
      const { client, connection } = await quick.link('ann');
      const reads: Promise<unknown>[] = [];
      const slow = startTestServer({
        beside: quick,
        server: {
          store: {
            ...store,
            async remove(kind, id) {
              await store.remove(kind, id);
              // A page reads the accounts, finds no collection, and begins a new one.
              if (kind !== 'collection') return;
              reads.push(client.getAccounts(id).catch(() => undefined));
              for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
            },
          },
        },
      });
      if (how === 'a deletion') await slow.clientOf('ann').deleteConnection(connection.id);
      quick.clock.advance(25 * 60 * 60_000);
      await slow.flinks.maintain();
      await inTime(quick.clock, Promise.all(reads));
      expect(await store.list({ kind: 'connection', limit: 9 })).toEqual([]);
      expect(await store.list({ kind: 'collection', limit: 9 })).toEqual([]);
    },
  );

  test('a deletion that died before it removed the owner row lets every user link the login again', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ server: { store }, sandbox: { pendingPolls: 0 } });
    const { sandbox, clock } = server;
    const login = sandbox.login({ username: 'greatday_nomfa' });
    const { client, connection } = await linkAs(server, 'ann', login);
    await client.getAccounts(connection.id);
    const dying = startTestServer({
      server: {
        clock,
        store: {
          ...store,
          remove: async (kind, id) =>
            kind === 'owner' ? Promise.reject(new Error('killed')) : store.remove(kind, id),
        },
      },
      flinks: { fetch: sandbox.fetch },
    });
    await dying
      .clientOf('ann')
      .deleteConnection(connection.id)
      .catch(() => undefined);
    const again = await linkAs(server, 'ann', login);
    expect(again.connection.id).not.toBe(connection.id);
    await server.flinks.maintain();
    expect(sandbox.journal.calls('DeleteCard')).toEqual([]);
    expect((await client.getAccounts(again.connection.id)).accounts).toHaveLength(9);
  });
});

import { describe, expect, test } from 'vitest';
import { killAfterWrites } from '../../test/killAfterWrites.ts';
import { startTestServer, testKey, type TestServer } from '../../test/startTestServer.ts';
import { createMemoryStore, type FlinksStore } from '../index.ts';

describe('maintain', () => {
  test.each(Array.from({ length: 8 }, (_, writes) => writes))(
    'a process killed after %i writes of a link loses no login that it had begun to keep',
    async (writes) => {
      const store = createMemoryStore();
      const before = startTestServer({ server: { store } });
      const { sandbox, clock } = before;
      const { sessionId } = await before.clientOf('ann').openSession({});
      const link = { sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) };
      const dying = startTestServer({
        server: { store: killAfterWrites(store, writes), clock },
        flinks: { fetch: sandbox.fetch },
      });
      await dying
        .clientOf('ann')
        .linkConnection(link)
        .catch(() => undefined);

      clock.advance(5 * 60_000);
      const after = startTestServer({ server: { store, clock }, flinks: { fetch: sandbox.fetch } });
      await after.flinks.maintain();
      const client = after.clientOf('ann');
      if (writes === 0) {
        expect(await client.listConnections()).toEqual([]);
        return;
      }
      expect(await client.listConnections()).toHaveLength(1);
      const [connection] = await client.listConnections();
      expect((await client.getAccounts(connection?.id ?? '')).accounts).toHaveLength(9);
      expect(await client.linkConnection(link)).toMatchObject({ id: connection?.id });
    },
  );

  test.each(Array.from({ length: 8 }, (_, writes) => writes))(
    'a process killed after %i writes of a deletion leaves no card at Flinks and no row here',
    async (writes) => {
      const store = createMemoryStore();
      const before = startTestServer({
        server: { store },
        sandbox: { pendingPolls: 0, deleteCard: 'strict' },
      });
      const { sandbox, clock } = before;
      const { connection, client, link } = await before.link('ann');
      await client.getAccounts(connection.id);
      const dying = startTestServer({
        server: { store: killAfterWrites(store, writes), clock },
        flinks: { fetch: sandbox.fetch },
      });
      await dying
        .clientOf('ann')
        .deleteConnection(connection.id)
        .catch(() => undefined);

      clock.advance(5 * 60_000);
      const after = startTestServer({ server: { store, clock }, flinks: { fetch: sandbox.fetch } });
      await after.flinks.maintain();
      if (writes === 0) {
        // Nothing was written, so nothing was promised: the connection is whole.
        expect(await after.clientOf('ann').listConnections()).toHaveLength(1);
        return;
      }
      expect(await after.clientOf('ann').listConnections()).toEqual([]);
      const left = await Promise.all(
        (['connection', 'collection', 'owner', 'session'] as const).map((kind) =>
          store.list({ kind, limit: 9 }),
        ),
      );
      expect(left.flat()).toEqual([]);
      const { sessionId } = await client.openSession({});
      await expect(client.linkConnection({ ...link, sessionId })).rejects.toMatchObject({
        code: 'login-unknown',
      });
    },
  );

  test('what is past its retention is forgotten, and what is not stays', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ server: { store }, sandbox: { pendingPolls: 0 } });
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    server.clock.advance(6 * 24 * 60 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({ rowsPurged: 0 });
    server.clock.advance(2 * 24 * 60 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({ rowsPurged: 1 });
    expect(await client.listConnections()).toHaveLength(1);

    await client.deleteConnection(connection.id);
    server.clock.advance(91 * 24 * 60 * 60_000);
    await server.flinks.maintain();
    expect(await store.list({ kind: 'tombstone', limit: 9 })).toEqual([]);
  });

  /** Links the login of `greatday_nomfa` in a new session, as its owner would months later. */
  async function relink(server: TestServer, { sandbox }: Pick<TestServer, 'sandbox'>) {
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    return { client, link: { sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) } };
  }

  test('while keys rotate a login is still known as the connection that it is', async () => {
    const store = createMemoryStore();
    const old = startTestServer({ server: { store } });
    const { connection } = await old.link('ann');
    const { sandbox, clock } = old;
    const rotating = startTestServer({
      server: { store, clock, encryption: { keys: [btoa('flinks-kit new key, still public'), testKey] } },
      flinks: { fetch: sandbox.fetch },
    });
    const { client, link } = await relink(rotating, old);
    expect(await client.linkConnection(link)).toMatchObject({ id: connection.id });
  });

  test('after a key rotation every row is sealed by the new key, and the old key may go', async () => {
    const store = createMemoryStore();
    const newKey = btoa('flinks-kit new key, still public');
    const old = startTestServer({ server: { store }, sandbox: { pendingPolls: 0 } });
    const { connection, client } = await old.link('ann');
    await client.getAccounts(connection.id);
    // Read in the background, for the name of the bank.
    await expect.poll(() => store.list({ kind: 'institutions', limit: 1 })).toHaveLength(1);
    const { sandbox, clock } = old;
    const withKeys = (...keys: string[]) =>
      startTestServer({ server: { store, clock, encryption: { keys } }, flinks: { fetch: sandbox.fetch } });

    const rotating = withKeys(newKey, testKey);
    expect((await rotating.clientOf('ann').getAccounts(connection.id)).accounts).toHaveLength(9);
    expect((await rotating.flinks.maintain()).rowsResealed).toBe(6);
    expect((await rotating.flinks.maintain()).rowsResealed).toBe(0);
    const rotated = withKeys(newKey);
    const { client: again, link } = await relink(rotated, old);
    expect(await again.linkConnection(link)).toMatchObject({ id: connection.id });
    expect(await again.listConnections()).toHaveLength(1);
    expect((await rotated.clientOf('ann').getAccounts(connection.id)).accounts).toHaveLength(9);
    await expect(rotated.clientOf('ann').deleteConnection(connection.id)).resolves.toEqual({
      status: 'deleted',
    });
  });

  test('two processes do not maintain at once', async () => {
    const server = startTestServer();
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    await client.deleteConnection(connection.id);
    server.clock.advance(40 * 60_000);
    const reports = await Promise.all([server.flinks.maintain(), server.flinks.maintain()]);
    expect(reports.filter(({ ran }) => ran)).toHaveLength(1);
    expect(reports.reduce((sum, { deletionsFinished }) => sum + deletionsFinished, 0)).toBe(1);
  });

  test('a job that fails is named, and the others are done', async () => {
    const store = createMemoryStore();
    const { sandbox, clock } = startTestServer();
    const list: FlinksStore['list'] = async (query) => {
      if (query.kind === 'inbox') throw new Error('The index is gone.');
      return store.list(query);
    };
    const server = startTestServer({
      server: { clock, store: { ...store, list } },
      flinks: { fetch: sandbox.fetch },
    });
    expect(await server.flinks.maintain()).toMatchObject({
      ran: true,
      failed: ['webhooksFinished', 'rowsPurged'],
      linksFinished: 0,
    });
  });

  test('a row that does not open is left and reported, and everything else is done', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ server: { store } });
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    await client.deleteConnection(connection.id);
    const row = { version: 1, userId: 'x', loginKey: 'x', dueAt: 0, sealed: '1.altered.AAAA.AAAA' };
    for (const kind of ['session', 'tombstone', 'inbox', 'connection'] as const) {
      await store.insert({ ...row, kind, id: '0-altered' });
    }
    server.clock.advance(40 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({ deletionsFinished: 1 });
    expect(server.warnings.some((sentence) => sentence.includes('cannot be opened'))).toBe(true);
  });
});

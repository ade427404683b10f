import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../index.ts';

describe('deleteConnection', () => {
  test('a connection is gone here and at Flinks, and asking again is answered the same', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ sandbox: { pendingPolls: 0, deleteCard: 'strict' }, server: { store } });
    const { client, connection, link } = await server.link('ann');
    await client.getAccounts(connection.id);

    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleted' });
    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleted' });
    expect(server.sandbox.journal.calls('DeleteCard')).toHaveLength(1);
    expect(await client.listConnections()).toEqual([]);
    await expect(client.getAccounts(connection.id)).rejects.toMatchObject({ status: 404 });
    await expect(client.getSession(link.sessionId ?? '')).rejects.toMatchObject({ status: 404 });
    for (const kind of ['connection', 'collection', 'owner', 'session'] as const) {
      expect(await store.list({ kind, limit: 10 })).toEqual([]);
    }
    expect(await store.list({ kind: 'tombstone', limit: 10 })).toHaveLength(1);
    expect(server.events.filter(({ type }) => type === 'deleted')).toHaveLength(1);
  });

  test('a login that another user keeps stays at Flinks', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client: ann, connection } = await server.link('ann');
    const { client: bob, connection: other } = await server.linkJoint('bob');
    await ann.getAccounts(connection.id);

    expect(await ann.deleteConnection(connection.id)).toEqual({ status: 'shared' });
    expect(server.sandbox.journal.calls('DeleteCard')).toEqual([]);
    expect((await bob.getAccounts(other.id)).accounts).toHaveLength(9);
    expect(await bob.deleteConnection(other.id)).toEqual({ status: 'deleted' });
  });

  test('a card in use is deleted later by maintain(), and its data is gone at once', async () => {
    const server = startTestServer();
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleting' });
    expect(await client.listConnections()).toEqual([]);
    // Asking again within the minute is answered, and Flinks is not asked.
    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleting' });

    server.clock.advance(40 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({ deletionsFinished: 1 });
    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleted' });
    expect(server.sandbox.journal.calls('DeleteCard').map(({ flinksCode }) => flinksCode)).toEqual([
      'CARD_IN_USE',
      null,
    ]);
  });

  test('a login that is linked again while its deletion waits is not deleted under its new connection', async () => {
    const server = startTestServer();
    const { client, connection, link } = await server.link('ann');
    await client.getAccounts(connection.id);
    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleting' });
    const { sessionId } = await client.openSession({});
    const again = await client.linkConnection({ ...link, sessionId });
    expect(again.id).not.toBe(connection.id);

    server.clock.advance(40 * 60_000);
    await server.flinks.maintain();
    expect(await client.deleteConnection(connection.id)).toEqual({ status: 'shared' });
    expect((await client.getAccounts(again.id)).accounts).toHaveLength(9);
  });

  test('another user cannot delete, nor learn that a connection was deleted', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection } = await server.link('ann');
    const bob = server.clientOf('bob');
    await expect(bob.deleteConnection(connection.id)).rejects.toMatchObject({ status: 404 });
    await client.getAccounts(connection.id);
    await client.deleteConnection(connection.id);
    await expect(bob.deleteConnection(connection.id)).rejects.toMatchObject({ status: 404 });
  });

  test('what comes home late never revives a deleted connection', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection, link } = await server.link('ann');
    const reading = client.getAccounts(connection.id);
    await Promise.allSettled([reading, client.deleteConnection(connection.id)]);
    expect(await client.listConnections()).toEqual([]);
    await expect(client.linkConnection(link)).rejects.toMatchObject({ code: 'session-not-found' });
  });

  test.each(['for a minute', 'for a day'])(
    'a login that was not verified is deleted at Flinks once it is, though Flinks was silent %s',
    async (silence) => {
      const server = startTestServer({ sandbox: { deleteCard: 'strict' } });
      const { faults, journal } = server.sandbox;
      faults.add({ kind: 'cut', endpoint: 'Authorize', times: 1 });
      const { client, connection } = await server.link('ann');
      const reconnect = faults.add({ kind: 'cut', endpoint: 'Authorize' });
      await client.deleteConnection(connection.id);
      for (let hour = 0; hour < (silence === 'for a day' ? 23 : 0); hour++) {
        server.clock.advance(60 * 60_000);
        await server.flinks.maintain();
      }
      reconnect();
      // An Authorize opens a session at Flinks, and a card in a session is CARD_IN_USE: asking each time would never end.
      for (let hour = 0; hour < 3; hour++) {
        server.clock.advance(60 * 60_000);
        await server.flinks.maintain();
      }
      expect(journal.calls('DeleteCard').map(({ status }) => status)).toContain(200);
      expect(await client.deleteConnection(connection.id)).toEqual({ status: 'deleted' });
    },
  );
});

import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';

const switched = (server: ReturnType<typeof startTestServer>) =>
  server.sandbox.journal.calls('SetScheduledRefresh').map(({ request }) => request);

describe('setNightlyRefresh', () => {
  test('the nightly refresh goes on and off as Flinks confirms it', async () => {
    const server = startTestServer();
    const { client, connection, link } = await server.link('ann');
    expect(await client.setNightlyRefresh(connection.id, true)).toMatchObject({ nightlyRefresh: true });
    expect(await client.setNightlyRefresh(connection.id, false)).toMatchObject({ nightlyRefresh: false });
    expect(switched(server)).toEqual([
      { loginId: link.loginId, isActivated: true },
      { loginId: link.loginId, isActivated: false },
    ]);
  });

  test('it is not switched on unless the app offers it, and off all the same', async () => {
    const server = startTestServer({ server: { nightlyRefresh: undefined } });
    const { client, connection, link } = await server.link('ann');
    await expect(client.setNightlyRefresh(connection.id, true)).rejects.toMatchObject({
      status: 409,
      code: 'nightly-refresh-off',
      retry: false,
    });
    expect(switched(server)).toEqual([]);
    expect(await client.setNightlyRefresh(connection.id, false)).toMatchObject({ nightlyRefresh: false });
    expect(switched(server)).toEqual([{ loginId: link.loginId, isActivated: false }]);
    expect(server.audit.filter(({ action }) => action === 'nightly-refresh-changed')).toHaveLength(1);
  });

  test('one switch for two owners stays on while either wants it', async () => {
    const server = startTestServer();
    const { client: ann, connection } = await server.link('ann');
    const { client: bob, connection: other } = await server.linkJoint('bob');

    await ann.setNightlyRefresh(connection.id, true);
    await bob.setNightlyRefresh(other.id, true);
    expect(await ann.setNightlyRefresh(connection.id, false)).toMatchObject({ nightlyRefresh: true });
    expect(await bob.setNightlyRefresh(other.id, false)).toMatchObject({ nightlyRefresh: false });
    expect(switched(server).at(-1)).toMatchObject({ isActivated: false });
  });

  test('an instance without nightly refresh is refused by its own code, and nothing is changed', async () => {
    const server = startTestServer({ sandbox: { without: ['SetScheduledRefresh'] } });
    const { client, connection } = await server.link('ann');
    await expect(client.setNightlyRefresh(connection.id, true)).rejects.toMatchObject({
      code: 'flinks-failed',
      flinksCode: 'METHOD_NOT_AVAILABLE',
    });
    expect(await client.getConnection(connection.id)).toMatchObject({ nightlyRefresh: false });
  });
});

import { describe, expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../index.ts';

describe('linkConnection', () => {
  test('the same session and login again are answered the same, and Flinks is not asked again', async () => {
    const { link, sandbox } = startTestServer();
    const first = await link('ann');
    const asked = sandbox.journal.calls('Authorize').length;
    const again = await first.client.linkConnection(first.link);
    expect(again).toEqual(first.connection);
    expect(sandbox.journal.calls('Authorize')).toHaveLength(asked);
  });

  test('two answers under way at once share one link', async () => {
    const { clientOf, sandbox } = startTestServer();
    const client = clientOf('ann');
    const { sessionId } = await client.openSession({});
    const link = { sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) };
    const [one, other] = await Promise.all([client.linkConnection(link), client.linkConnection(link)]);
    expect(one).toEqual(other);
    expect(await client.listConnections()).toHaveLength(1);
  });

  test('another login in the same session is refused', async () => {
    const { link, sandbox } = startTestServer();
    const { client, link: linked } = await link('ann');
    const other = sandbox.login({ username: 'Greatday' });
    await expect(client.linkConnection({ ...linked, ...other })).rejects.toMatchObject({
      status: 409,
      code: 'session-taken',
      retry: false,
    });
  });

  test('another user’s session is one that does not exist', async () => {
    const { link, clientOf } = startTestServer();
    const { link: linked } = await link('ann');
    await expect(clientOf('bob').linkConnection(linked)).rejects.toMatchObject({
      status: 404,
      code: 'session-not-found',
    });
  });

  test('a session cannot be linked after eight hours, and one that was linked in time stays linked', async () => {
    const { clientOf, clock, link, sandbox } = startTestServer();
    const linked = await link('ann');
    const client = clientOf('ann');
    const { sessionId } = await client.openSession({});
    clock.advance(8 * 60 * 60_000);
    const late = { sessionId, ...sandbox.login({ username: 'Greatday' }) };
    await expect(client.linkConnection(late)).rejects.toMatchObject({ status: 410, code: 'session-expired' });
    expect((await client.linkConnection(linked.link)).id).toBe(linked.connection.id);
  });

  test('a tag that comes back must be the one that was sent; a shape without one passes', async () => {
    const { clientOf, sandbox } = startTestServer();
    const client = clientOf('ann');
    const { connectUrl, sessionId } = await client.openSession({});
    const link = { sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) };
    await expect(client.linkConnection({ ...link, tag: 'another' })).rejects.toMatchObject({
      code: 'tag-mismatch',
    });
    const tag = new URL(connectUrl).searchParams.get('tag') ?? '';
    expect(tag).toMatch(/^[\w-]{22}$/);
    await expect(client.linkConnection({ ...link, tag })).resolves.toMatchObject({
      institution: 'FlinksCapital',
    });
  });

  test('a login that is older than the session is refused, for good', async () => {
    const { clientOf, clock, sandbox, audit } = startTestServer();
    const stolen = sandbox.login({ username: 'greatday_nomfa' });
    clock.advance(10 * 60_000);
    const client = clientOf('mallory');
    const { sessionId } = await client.openSession({});
    const refused = { status: 403, code: 'login-not-fresh', retry: false };
    await expect(client.linkConnection({ sessionId, ...stolen })).rejects.toMatchObject(refused);
    await expect(client.linkConnection({ sessionId, ...stolen })).rejects.toMatchObject(refused);
    expect(await client.listConnections()).toEqual([]);
    expect(audit.map(({ action }) => action)).toContain('login-not-fresh');
  });

  test('two clocks that differ by a minute do not make a login old', async () => {
    const { clientOf, clock, sandbox } = startTestServer();
    const login = sandbox.login({ username: 'greatday_nomfa' });
    clock.advance(60_000);
    const client = clientOf('ann');
    const { sessionId } = await client.openSession({});
    await expect(client.linkConnection({ sessionId, ...login })).resolves.toMatchObject({
      verification: 'verified',
    });
  });

  test('a user’s own login may be linked again in a later session: it is still one connection', async () => {
    const { link, clock } = startTestServer();
    const first = await link('ann');
    clock.advance(10 * 60_000);
    const { sessionId } = await first.client.openSession({});
    const again = await first.client.linkConnection({ ...first.link, sessionId });
    expect(again.id).toBe(first.connection.id);
    expect(await first.client.listConnections()).toHaveLength(1);
  });

  test('one bank login of two users is two connections that do not see each other', async () => {
    const server = startTestServer();
    const { audit } = server;
    const ann = await server.link('ann');
    const bob = await server.linkJoint('bob');
    expect(bob.link.loginId).toBe(ann.link.loginId);
    expect(bob.connection.id).not.toBe(ann.connection.id);
    await expect(bob.client.getConnection(ann.connection.id)).rejects.toMatchObject({ status: 404 });
    expect(audit.filter(({ action }) => action === 'login-shared').map(({ userId }) => userId)).toEqual([
      'bob',
    ]);
  });

  test('option onSharedLogin: deny refuses the second user', async () => {
    const { clientOf, link, sandbox } = startTestServer({ server: { onSharedLogin: 'deny' } });
    const { link: linked } = await link('ann');
    const bob = clientOf('bob');
    const { sessionId } = await bob.openSession({});
    sandbox.login({ username: 'greatday_nomfa' });
    await expect(bob.linkConnection({ ...linked, sessionId })).rejects.toMatchObject({
      code: 'login-shared',
    });
  });

  test('a login that Flinks does not know is refused', async () => {
    const client = startTestServer().clientOf('ann');
    const { sessionId } = await client.openSession({});
    const invented = { sessionId, loginId: crypto.randomUUID(), accountIds: [] };
    await expect(client.linkConnection(invented)).rejects.toMatchObject({
      status: 422,
      code: 'login-unknown',
    });
  });

  test('a Flinks that is down loses no login: the connection is provisional, and settles on a later read', async () => {
    let down = false;
    const server = startTestServer();
    const { sandbox, clock } = server;
    const flaky = startTestServer({
      flinks: {
        fetch: (request) => (down ? Promise.reject(new TypeError('no network')) : sandbox.fetch(request)),
      },
      server: { clock },
    });
    const client = flaky.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const login = sandbox.login({ username: 'greatday_nomfa' });
    down = true;
    const connection = await client.linkConnection({ sessionId, ...login });
    expect(connection).toMatchObject({
      verification: 'unverified',
      institution: null,
      health: { status: 'pending' },
    });
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'pending', accounts: [] });

    down = false;
    clock.advance(20_000);
    expect((await client.getAccounts(connection.id)).accounts).toHaveLength(9);
    expect(await client.getConnection(connection.id)).toMatchObject({
      verification: 'verified',
      institution: 'FlinksCapital',
    });
  });

  test('a provisional login that turns out to be old loses its data, and gives no EFT instruction before', async () => {
    const server = startTestServer();
    const { sandbox, clock } = server;
    let down = false;
    const flaky = startTestServer({
      flinks: {
        fetch: (request) => (down ? Promise.reject(new TypeError('no network')) : sandbox.fetch(request)),
      },
      server: { clock },
    });
    const stolen = sandbox.login({ username: 'greatday_nomfa' });
    clock.advance(10 * 60_000);
    const client = flaky.clientOf('mallory');
    const { sessionId } = await client.openSession({});
    down = true;
    const { id } = await client.linkConnection({ sessionId, ...stolen });
    await expect(
      flaky.flinks
        .forUser('mallory')
        .getEftInstruction({ connectionId: id, accountId: stolen.accountIds[0] ?? '' }),
    ).rejects.toMatchObject({ code: 'connection-unverified' });

    down = false;
    clock.advance(20_000);
    await expect(client.getAccounts(id)).rejects.toMatchObject({ code: 'login-unconfirmed' });
    expect(flaky.audit.map(({ action }) => action)).toContain('login-not-fresh');
  });

  test('a link emits one event and one audit entry, without an id of Flinks', async () => {
    const { link, events, audit } = startTestServer();
    const { client, link: linked, connection } = await link('ann');
    await client.linkConnection(linked);
    expect(events.filter(({ type }) => type === 'linked')).toMatchObject([
      { userId: 'ann', connectionId: connection.id, reconnected: false },
    ]);
    expect(audit.filter(({ action }) => action === 'linked')).toHaveLength(1);
    expect(JSON.stringify([events, audit])).not.toContain(linked.loginId);
  });

  test('a row that was moved to another user in the database is not shown to that user', async () => {
    const store = createMemoryStore();
    const { link, clientOf } = startTestServer({ server: { store } });
    const { connection } = await link('ann');
    const row = await store.get('connection', connection.id);
    if (row === null) throw new Error('The link stored no connection.');
    await store.replace({ ...row, version: row.version + 1, userId: 'bob' });
    expect(await clientOf('bob').listConnections()).toEqual([]);
  });
});

import { bankAccount, testUser } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { letPass } from '../../test/letPass.ts';
import { startTestServer } from '../../test/startTestServer.ts';

const liveCalls = (server: ReturnType<typeof startTestServer>) =>
  server.sandbox.journal
    .calls('Authorize')
    .filter(({ request }) => JSON.stringify(request).includes('"MostRecentCached":false'));

describe('refreshConnection', () => {
  test('a bank that asks nothing is refreshed: the new data replaces the old when it is whole', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 1 } });
    const { client, connection } = await server.link('ann');
    server.clock.advance(10_000);
    await client.getAccounts(connection.id);
    server.clock.advance(60 * 60_000);

    expect(await client.refreshConnection(connection.id)).toMatchObject({
      status: 'done',
      retryAfterMs: null,
      connection: { lastRefreshAt: '2026-01-15T13:00:10.000Z' },
    });
    const meanwhile = await client.getAccounts(connection.id);
    expect(meanwhile).toMatchObject({ retryAfterMs: 10_000 });
    server.clock.advance(10_000);
    expect(await client.getAccounts(connection.id)).toMatchObject({
      status: 'ready',
      asOf: '2026-01-15T13:00:10.000Z',
      retryAfterMs: null,
    });
    expect(server.events.map(({ type }) => type)).toEqual(['linked', 'refreshed']);
  });

  test('a bank that asks something needs the person, who resumes at the question', async () => {
    const server = startTestServer();
    const { client, connection } = await server.link('ann', { username: 'Greatday' });
    expect(await client.refreshConnection(connection.id)).toMatchObject({
      status: 'action-required',
      connection: { health: { status: 'needs-user' } },
    });
    expect(server.events.at(-1)).toMatchObject({ type: 'needs-user', connectionId: connection.id });

    const { connectUrl } = await client.openSession({ connectionId: connection.id });
    const url = new URL(connectUrl);
    expect(url.searchParams.get('requestId')).toMatch(/^[\da-f-]{36}$/);
    expect(url.searchParams.get('resumeSelectedAccounts')?.split(',')).toHaveLength(9);
    expect(url.pathname).toBe('/v2/');
    expect(liveCalls(server)).toHaveLength(1);
  });

  test('a question that is older than eight minutes is not resumed, but asked again after the cooldown', async () => {
    const server = startTestServer();
    const { client, connection } = await server.link('ann', { username: 'Greatday' });
    await client.refreshConnection(connection.id);
    server.clock.advance(8 * 60_000 + 1);
    const { connectUrl } = await client.openSession({ connectionId: connection.id });
    expect(new URL(connectUrl).searchParams.has('requestId')).toBe(true);
    expect(liveCalls(server)).toHaveLength(2);
  });

  test('within the cooldown the last outcome is returned, without another live refresh', async () => {
    const server = startTestServer();
    const { client, connection } = await server.link('ann');
    await client.refreshConnection(connection.id);
    const tabs = Array.from({ length: 20 }, () => client.refreshConnection(connection.id));
    expect(new Set((await Promise.all(tabs)).map(({ status }) => status))).toEqual(new Set(['done']));
    expect(liveCalls(server)).toHaveLength(1);
    server.clock.advance(5 * 60_000);
    await client.refreshConnection(connection.id);
    expect(liveCalls(server)).toHaveLength(2);
  });

  test('a slow bank holds no request open', async () => {
    const server = startTestServer();
    let slow = false;
    const waiting = startTestServer({
      server: { clock: server.clock },
      flinks: {
        fetch: (request) => (slow ? new Promise<Response>(() => {}) : server.sandbox.fetch(request)),
      },
    });
    const client = waiting.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const { id } = await client.linkConnection({
      sessionId,
      ...server.sandbox.login({ username: 'greatday_nomfa' }),
    });
    slow = true;
    const answer = client.refreshConnection(id);
    let answered = false;
    void answer.finally(() => {
      answered = true;
    });
    await expect
      .poll(() => {
        server.clock.advance(1_000);
        return answered;
      })
      .toBe(true);
    const underWay = { health: { status: 'pending', flinksCode: null } };
    expect(await answer).toMatchObject({ status: 'pending', retryAfterMs: 2_000, connection: underWay });
    expect(await client.listConnections()).toMatchObject([underWay]);
  });

  test('a connection returns from when on it may be refreshed again', async () => {
    const server = startTestServer();
    const { client, connection } = await server.link('ann');
    expect(connection.refreshableAt).toBeNull();
    const refreshed = await client.refreshConnection(connection.id);
    expect(refreshed.connection.refreshableAt).toBe('2026-01-15T12:05:00.000Z');
    server.clock.advance(5 * 60_000);
    expect((await client.getConnection(connection.id)).refreshableAt).toBeNull();
  });

  test.each(['listConnections', 'getConnection'] as const)(
    'a page that shows no accounts sees an update come to its end by %s',
    async (method) => {
      const server = startTestServer();
      const { client, connection } = await server.link('ann');
      const look = async () => {
        const seen =
          method === 'getConnection' ? [await client[method](connection.id)] : await client[method]();
        return seen[0]?.health.status;
      };
      expect(await look()).toBe('pending');
      await expect
        .poll(() => {
          server.clock.advance(10_000);
          return look();
        })
        .toBe('ok');
    },
  );

  test.each([
    ['NEW_ACCOUNT', 'needs-user'],
    ['DISABLED_LOGIN', 'needs-user'],
    ['INVALID_PASSWORD', 'needs-user'],
    ['RETRY_LATER', 'unavailable'],
    ['AGGREGATION_ERROR', 'unavailable'],
    ['TOO_MANY_REQUESTS', 'unavailable'],
  ] as const)('a bank that answers %s leaves the connection %s, with the reason', async (refusal, health) => {
    const moody = testUser({ username: 'moody', accounts: [bankAccount({ title: 'Chequing' })], refusal });
    const server = startTestServer({ sandbox: { people: [moody], pendingPolls: 0 } });
    const { client, connection } = await server.link('ann', { username: 'moody' });
    await client.getAccounts(connection.id);
    const outcome = await client.refreshConnection(connection.id).catch((error: unknown) => error);
    if (health === 'unavailable') {
      expect(outcome).toMatchObject({ code: 'unavailable', status: 503, flinksCode: refusal, retry: true });
    } else {
      expect(outcome).toMatchObject({ status: 'action-required' });
    }
    expect((await client.getConnection(connection.id)).health).toEqual({
      status: health,
      flinksCode: refusal,
    });
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'ready' });
  });

  test('a reconnect at the credential page keeps connection, login and language', async () => {
    const moody = testUser({
      username: 'moody',
      accounts: [bankAccount({ title: 'Chequing' })],
      refusal: 'INVALID_PASSWORD',
    });
    const server = startTestServer({ sandbox: { people: [moody] } });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({ language: 'fr' });
    const login = server.sandbox.login({ username: 'moody', language: 'fr' });
    const { id } = await client.linkConnection({ sessionId, ...login });

    const again = await client.openSession({ connectionId: id, language: 'en' });
    const url = new URL(again.connectUrl);
    expect([url.pathname, url.searchParams.get('language')]).toEqual(['/v2/Credential/14', 'fr']);

    const other = server.sandbox.login({ username: 'Greatday', language: 'fr' });
    await expect(client.linkConnection({ sessionId: again.sessionId, ...other })).rejects.toMatchObject({
      status: 409,
      code: 'login-mismatch',
    });
    const third = await client.openSession({ connectionId: id });
    const renewed = server.sandbox.login({ username: 'moody', language: 'fr' });
    const mended = await client.linkConnection({
      sessionId: third.sessionId,
      loginId: renewed.loginId,
      accountIds: [],
    });
    expect(mended.id).toBe(id);
    expect((await client.getAccounts(id)).accounts).toHaveLength(1);
    expect(server.events.at(-1)).toMatchObject({ type: 'linked', reconnected: true });
  });

  test('another user’s connection cannot be refreshed or reconnected, and no bank is read', async () => {
    const server = startTestServer();
    const { connection } = await server.link('ann');
    const bob = server.clientOf('bob');
    await expect(bob.refreshConnection(connection.id)).rejects.toMatchObject({ status: 404 });
    await expect(bob.openSession({ connectionId: connection.id })).rejects.toMatchObject({ status: 404 });
    expect(liveCalls(server)).toHaveLength(0);
  });

  test('work that outlives its answer is handed to the platform, which keeps the process alive for it', async () => {
    const handed: Promise<unknown>[] = [];
    const server = startTestServer({
      sandbox: { pendingPolls: 0 },
      server: { waitUntil: (work) => void handed.push(work) },
    });
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    expect(handed.length).toBeGreaterThan(0);
    handed.length = 0;
    server.sandbox.faults.add({ kind: 'latency', ms: 60_000, endpoint: 'Authorize' });
    const asked = client.refreshConnection(connection.id);
    expect(await letPass(server.clock, asked)).toMatchObject({ status: 'pending' });
    expect(handed).toHaveLength(1);
    await letPass(server.clock, Promise.all(handed));
    expect(server.events.at(-1)?.type).toBe('refreshed');
  });

  test('a live refresh that the user overtook by signing in again does not change the health', async () => {
    const world = startTestServer();
    let arrive = () => {};
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const server = startTestServer({
      beside: world,
      flinks: {
        async fetch(request) {
          const isLive = (await request.clone().text()).includes('"MostRecentCached":false');
          const answer = await world.sandbox.fetch(request);
          if (isLive) await late;
          return answer;
        },
      },
    });
    const { client, connection, link } = await server.link('ann');
    await client.getAccounts(connection.id);
    const healed = server.sandbox.faults.add({
      kind: 'code',
      flinksCode: 'INVALID_PASSWORD',
      endpoint: 'Authorize',
    });
    expect(await letPass(server.clock, client.refreshConnection(connection.id))).toMatchObject({
      status: 'pending',
    });
    healed();
    const { sessionId } = await letPass(server.clock, client.openSession({ connectionId: connection.id }));
    await client.linkConnection({ ...link, sessionId });
    arrive();
    await letPass(
      server.clock,
      client.refreshConnection(connection.id).catch(() => undefined),
    );
    expect((await client.getConnection(connection.id)).health.status).not.toBe('needs-user');
    expect(server.events.map(({ type }) => type)).not.toContain('needs-user');
  });
});

import { describe, expect, test } from 'vitest';
import { letPass } from '../../test/letPass.ts';
import { startTestServer } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../index.ts';

/** A connection with its accounts, an hour later, at an instance where live refreshes run in the background. */
async function connected(username = 'greatday_nomfa', pendingPolls = 2) {
  const store = createMemoryStore();
  const server = startTestServer({
    sandbox: { pendingPolls },
    flinks: { authorizeAsync: true },
    server: { store, rateLimit: () => true },
  });
  const { client, connection, link } = await server.link('ann', { username });
  for (let read = 0; read < 4; read += 1) {
    await client.getAccounts(connection.id);
    server.clock.advance(10_000);
  }
  server.clock.advance(60 * 60_000);
  server.sandbox.journal.clear();
  return { ...server, client, id: connection.id, link, store };
}

const liveRefreshes = ({ sandbox }: Pick<Awaited<ReturnType<typeof connected>>, 'sandbox'>) =>
  sandbox.journal.calls('AuthorizeAsync');

describe('a live refresh in the background', () => {
  test('a background refresh is polled once per ten seconds, however many callers read it', async () => {
    const server = await connected();
    const { client, clock, id } = server;
    expect(await client.refreshConnection(id)).toMatchObject({ status: 'pending', retryAfterMs: 10_000 });
    expect(await client.getConnection(id)).toMatchObject({ health: { status: 'pending' } });
    await Promise.all(Array.from({ length: 20 }, () => client.refreshConnection(id)));
    expect(liveRefreshes(server)).toHaveLength(1);

    clock.advance(10_000);
    await Promise.all(Array.from({ length: 20 }, () => client.refreshConnection(id)));
    expect(liveRefreshes(server)).toHaveLength(2);
    clock.advance(10_000);
    expect(await client.refreshConnection(id)).toMatchObject({
      status: 'done',
      connection: { lastRefreshAt: '2026-01-15T13:00:40.000Z' },
    });
    expect(liveRefreshes(server)).toHaveLength(3);
    expect(server.events.filter(({ type }) => type === 'refreshed')).toHaveLength(1);
    // No other live call, and one token for the whole conversation.
    expect(server.sandbox.journal.calls('Authorize')).toEqual([]);
    expect(server.sandbox.journal.calls('GenerateAuthorizeToken')).toHaveLength(1);
  });

  test('a question of the bank needs the person, who resumes at it', async () => {
    const server = await connected('Greatday', 1);
    expect(await server.client.refreshConnection(server.id)).toMatchObject({ status: 'pending' });
    server.clock.advance(10_000);
    expect(await server.client.refreshConnection(server.id)).toMatchObject({ status: 'action-required' });
    const { connectUrl } = await server.client.openSession({ connectionId: server.id });
    expect(new URL(connectUrl).searchParams.get('requestId')).toMatch(/^[\da-f-]{36}$/);
  });

  test('a reconnect waits a little for the bank’s question, since resuming at it saves the person a password', async () => {
    const server = await connected('Greatday', 1);
    const { connectUrl } = await letPass(
      server.clock,
      server.client.openSession({ connectionId: server.id }),
    );
    expect(new URL(connectUrl).searchParams.has('requestId')).toBe(true);
  });

  test.each([
    [
      'the user reads the connection',
      ({ client, id }: Awaited<ReturnType<typeof connected>>) => client.getConnection(id),
    ],
    ['maintain() runs', ({ flinks }: Awaited<ReturnType<typeof connected>>) => flinks.maintain()],
  ])('a background refresh whose page is gone ends when %s', async (_name, look) => {
    const server = await connected('greatday_nomfa', 1);
    await server.client.refreshConnection(server.id);
    server.clock.advance(10_000);
    await look(server);
    await expect.poll(() => server.events.at(-1)?.type).toBe('refreshed');
    expect(liveRefreshes(server)).toHaveLength(2);
  });

  test('a background refresh is continued by another process', async () => {
    const server = await connected('greatday_nomfa', 1);
    await server.client.refreshConnection(server.id);
    server.clock.advance(10_000);
    const other = startTestServer({
      server: { store: server.store, clock: server.clock },
      flinks: { authorizeAsync: true, fetch: server.sandbox.fetch },
    });
    expect(await other.clientOf('ann').refreshConnection(server.id)).toMatchObject({ status: 'done' });
  });

  test('a background refresh that Flinks never ends stops after half an hour, and may be requested again', async () => {
    const server = await connected('greatday_nomfa', 10_000);
    await server.client.refreshConnection(server.id);
    server.clock.advance(30 * 60_000 + 1);
    await expect(server.client.refreshConnection(server.id)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await server.client.refreshConnection(server.id)).toMatchObject({ status: 'pending' });
  });

  test('a poll that is lost is repeated, and the refresh is not', async () => {
    const server = await connected('greatday_nomfa', 1);
    await server.client.refreshConnection(server.id);
    server.sandbox.faults.add({ kind: 'cut', endpoint: 'AuthorizeAsync', times: 1 });
    server.clock.advance(10_000);
    expect(await server.client.refreshConnection(server.id)).toMatchObject({ status: 'pending' });
    server.clock.advance(10_000);
    expect(await server.client.refreshConnection(server.id)).toMatchObject({ status: 'done' });
  });

  test('an instance without AuthorizeAsync is reported, and the connection keeps what it has', async () => {
    const server = startTestServer({
      sandbox: { pendingPolls: 0, without: ['AuthorizeAsync'] },
      flinks: { authorizeAsync: true },
    });
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    await expect(client.refreshConnection(connection.id)).rejects.toMatchObject({
      code: 'unavailable',
      flinksCode: 'METHOD_NOT_AVAILABLE',
    });
    expect((await client.getAccounts(connection.id)).accounts).toHaveLength(9);
  });

  test('a store that fails during a read is a warning, and no unhandled rejection', async () => {
    const server = await connected();
    await server.client.refreshConnection(server.id);
    const behind: Promise<unknown>[] = [];
    const broken = startTestServer({
      beside: server,
      flinks: { authorizeAsync: true },
      server: {
        store: {
          ...server.store,
          lease: () => Promise.reject(new Error('The database went away.')),
          release: () => Promise.reject(new Error('The database went away.')),
        },
        waitUntil: (work) => void behind.push(work),
      },
    });
    await broken.clientOf('ann').getConnection(server.id);
    expect(behind).not.toEqual([]);
    expect((await Promise.allSettled(behind)).map(({ status }) => status)).not.toContain('rejected');
    expect(broken.warnings).toContain('A live refresh was interrupted; it may be requested again.');
  });

  test('a refresh that a killed process still holds is waited for with pauses', async () => {
    const server = await connected('greatday_nomfa', 10_000);
    await server.client.refreshConnection(server.id);
    server.clock.advance(60_000);
    const pauses: number[] = [];
    const other = startTestServer({
      beside: server,
      flinks: { authorizeAsync: true },
      server: {
        store: {
          ...server.store,
          lease: async (lease) => !lease.key.startsWith('refresh:') && server.store.lease(lease),
        },
        clock: {
          ...server.clock,
          after(delay, task) {
            pauses.push(delay);
            return server.clock.after(delay, task);
          },
        },
      },
    });
    await letPass(server.clock, other.clientOf('ann').openSession({ connectionId: server.id }));
    expect(pauses.length).toBeGreaterThan(2);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000);
  });
});

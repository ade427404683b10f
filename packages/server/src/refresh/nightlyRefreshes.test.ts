import { describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../test/startTestServer.ts';

const day = 24 * 60 * 60_000;

/** A connection with its accounts, and its nightly refresh on. `answer` stands before the sandbox. */
async function switchedOn({ username = 'greatday_nomfa', answer, without = [] }: SwitchedOn = {}) {
  const server: TestServer = startTestServer({
    sandbox: { pendingPolls: 0, without },
    flinks: { fetch: (request) => answer?.(request) ?? server.sandbox.fetch(request) },
  });
  const { client, connection, link } = await server.link('ann', { username });
  await client.getAccounts(connection.id);
  await client.setNightlyRefresh(connection.id, true);
  return { ...server, client, id: connection.id, link };
}

interface SwitchedOn {
  readonly username?: string;
  readonly without?: readonly string[];
  /** Answers in the place of the sandbox, or leaves it to it. */
  readonly answer?: (request: Request) => Promise<Response> | undefined;
}

const refused = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));

describe('nightly refreshes', () => {
  test('a nightly refresh stays eligible: Flinks is asked for the login within seven days', async () => {
    const server = await switchedOn();
    const asked = () => server.sandbox.journal.calls('Authorize').length;
    const before = asked();
    server.clock.advance(4 * 24 * 60 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({ refreshesKept: 0 });
    server.clock.advance(24 * 60 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({ refreshesKept: 1 });
    expect(asked()).toBe(before + 1);
    expect(await server.flinks.maintain()).toMatchObject({ refreshesKept: 0 });
  });

  test('a Flinks that is down counts as no call: it is asked again before the seven days are over', async () => {
    let down = false;
    const server = await switchedOn({ answer: () => (down ? refused() : undefined) });
    const asked = () => server.sandbox.journal.calls('Authorize').length;
    const before = asked();
    server.clock.advance(5 * day);
    down = true;
    await server.flinks.maintain();
    down = false;
    await server.flinks.maintain();
    expect(asked()).toBe(before);
    server.clock.advance(60_000);
    await server.flinks.maintain();
    expect(asked()).toBe(before + 1);
  });

  test('what kept Flinks from the nightly refresh becomes the health of the connection, and is emitted once', async () => {
    const server = await switchedOn({ username: 'Greatday' });
    expect(await server.client.getConnection(server.id)).toMatchObject({ health: { status: 'ok' } });
    server.clock.advance(day);
    server.sandbox.refreshNightly();
    expect(await server.flinks.maintain()).toMatchObject({ nightlyFailuresFound: 1 });
    const health = { status: 'needs-user', flinksCode: 'QUESTION_NOT_FOUND' };
    expect(await server.client.getConnection(server.id)).toMatchObject({ health });
    expect(server.events.filter(({ type }) => type === 'needs-user')).toHaveLength(1);
    expect((await server.client.getAccounts(server.id)).accounts).toHaveLength(9);

    server.clock.advance(day);
    expect(await server.flinks.maintain()).toMatchObject({ nightlyFailuresFound: 0 });
    expect(server.events.filter(({ type }) => type === 'needs-user')).toHaveLength(1);
  });

  test('a list that is older than a mended connection changes nothing', async () => {
    const old = {
      LastRefreshDate: '2026-01-01T00:00:00.0000000',
      LastRefreshState: 'AnsweringSecurityChallenge',
      LastRefreshErrorCode: null,
    };
    let LoginId = '';
    const server = await switchedOn({
      answer: ({ url }) =>
        url.endsWith('/GetNightlyRefreshStatus')
          ? Promise.resolve(Response.json({ HttpStatusCode: 200, IneligibleCards: [{ LoginId, ...old }] }))
          : undefined,
    });
    LoginId = server.link.loginId;
    expect(await server.flinks.maintain()).toMatchObject({ nightlyFailuresFound: 0 });
    expect(await server.client.getConnection(server.id)).toMatchObject({ health: { status: 'ok' } });
  });

  test('Flinks is asked a few times a day, and only where a nightly refresh is on', async () => {
    const server = await switchedOn();
    const asked = () => server.sandbox.journal.calls('GetNightlyRefreshStatus').length;
    await Promise.all([server.flinks.maintain(), server.flinks.maintain()]);
    await server.flinks.maintain();
    expect(asked()).toBe(1);
    server.clock.advance(6 * 60 * 60_000);
    await server.flinks.maintain();
    expect(asked()).toBe(2);
    await server.client.setNightlyRefresh(server.id, false);
    server.clock.advance(day);
    await server.flinks.maintain();
    expect(asked()).toBe(2);
  });

  test('an instance without GetNightlyRefreshStatus is named in a warning, and the rest goes on', async () => {
    const server = await switchedOn({ without: ['GetNightlyRefreshStatus'] });
    expect(await server.flinks.maintain()).toMatchObject({ failed: [], nightlyFailuresFound: 0 });
    expect(server.warnings.some((sentence) => sentence.includes('GetNightlyRefreshStatus'))).toBe(true);
  });

  const switches = ({ sandbox }: Pick<ReturnType<typeof startTestServer>, 'sandbox'>) =>
    sandbox.journal
      .calls('SetScheduledRefresh')
      .map(({ request }) => Reflect.get(Object(request), 'isActivated'));

  test('the nightly refresh of a connection that is not used is switched off, since Flinks bills it', async () => {
    const server = await switchedOn();
    for (let days = 0; days < 95; days += 1) {
      server.clock.advance(day);
      if (days === 3) await server.client.getAccounts(server.id);
      await server.flinks.maintain();
      if (days < 92) expect(switches(server)).toEqual([true]);
    }
    expect(switches(server)).toEqual([true, false]);
    expect(await server.client.getConnection(server.id)).toMatchObject({ nightlyRefresh: false });
  });

  test('a Flinks that refuses to switch off is asked again', async () => {
    let down = false;
    const server = await switchedOn({
      answer: ({ method }) => (down && method === 'PATCH' ? refused() : undefined),
    });
    server.clock.advance(91 * day);
    down = true;
    expect(await server.flinks.maintain()).toMatchObject({ refreshesEnded: 0, failed: [] });
    down = false;
    server.clock.advance(5 * day);
    expect(await server.flinks.maintain()).toMatchObject({ refreshesEnded: 1 });
  });

  test('an owner who leaves takes the wish for a nightly refresh along', async () => {
    const server = await switchedOn();
    await server.client.setNightlyRefresh(server.id, false);
    const { client: bob, connection: other } = await server.linkJoint('bob');
    await server.client.setNightlyRefresh(server.id, true);
    expect(await server.client.deleteConnection(server.id)).toEqual({ status: 'shared' });
    expect(switches(server)).toEqual([true, false, true, false]);
    expect(await bob.getConnection(other.id)).toMatchObject({ nightlyRefresh: false });
  });
});

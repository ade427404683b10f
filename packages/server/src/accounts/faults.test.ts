import { knownFlinksCodes } from '@flinks-kit/core/wire';
import { expect, test } from 'vitest';
import { startTestServer } from '../../test/startTestServer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';

type Fault = (request: Request) => Promise<Response>;

const faults: Readonly<Record<string, Fault>> = {
  'a lost network': () => Promise.reject(new TypeError('fetch failed')),
  'an HTML page with 200': async () => new Response('<!doctype html><title>Maintenance</title>'),
  'an empty 200': async () => new Response(''),
  'half a JSON': async () => new Response('{"HttpStatusCode":200,"Acc'),
  'a bare 500': async () => new Response('Internal Server Error', { status: 500 }),
  AGGREGATION_ERROR: async () =>
    Response.json({ HttpStatusCode: 500, FlinksCode: 'AGGREGATION_ERROR' }, { status: 500 }),
  TOO_MANY_REQUESTS: async () =>
    Response.json({ HttpStatusCode: 401, FlinksCode: 'TOO_MANY_REQUESTS' }, { status: 401 }),
  'a RequestId that is gone': async () =>
    Response.json({ HttpStatusCode: 400, FlinksCode: 'SESSION_NONEXISTENT' }, { status: 400 }),
  'a code nobody knows': async () =>
    Response.json({ HttpStatusCode: 418, FlinksCode: 'SOMETHING_NEW' }, { status: 418 }),
};

const endpoints = [
  'GenerateAuthorizeToken',
  'Authorize',
  'GetAccountsSummary',
  'GetAccountsDetail',
  'GetAccountsDetailAsync',
];

/** A sandbox that answers one call of one endpoint by a fault, once it is told to. */
function startFaulty(endpoint: string, fault: Fault) {
  const { sandbox, clock } = startTestServer({ sandbox: { pendingPolls: 1 } });
  let armed = false;
  const server = startTestServer({
    server: { clock },
    flinks: {
      fetch(request) {
        const hit = armed && new RegExp(`/${endpoint}(/|$)`).test(new URL(request.url).pathname);
        if (!hit) return sandbox.fetch(request);
        armed = false;
        return fault(request);
      },
    },
  });
  return { ...server, sandbox, clock, arm: () => void (armed = true) };
}

test.each(
  endpoints.flatMap((endpoint) => Object.entries(faults).map(([name, fault]) => ({ endpoint, name, fault }))),
)('$name at $endpoint, once: no login is lost, and the accounts arrive', async ({ endpoint, fault }) => {
  const { clientOf, sandbox, clock, arm } = startFaulty(endpoint, fault);
  const client = clientOf('ann');
  const { sessionId } = await client.openSession({});
  const login = sandbox.login({ username: 'greatday_nomfa' });
  arm();
  const { id } = await client.linkConnection({ sessionId, ...login });
  for (let read = 0; read < 12; read++) {
    await client.getAccounts(id);
    clock.advance(10_000);
  }
  expect(await client.getAccounts(id)).toMatchObject({ status: 'ready', retryAfterMs: null });
  expect((await client.getAccounts(id)).accounts).toHaveLength(9);
  expect(await client.getConnection(id)).toMatchObject({ provisional: false, health: { status: 'ok' } });
});

test.each(Object.entries(faults))(
  '%s for ever ends in a typed error, and asks less and less',
  async (_name, fault) => {
    const { sandbox, clock } = startTestServer();
    let broken = false;
    let asked = 0;
    const server = startTestServer({
      server: { clock },
      flinks: { fetch: (request) => (broken ? ((asked += 1), fault(request)) : sandbox.fetch(request)) },
    });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const { loginId, accountIds } = sandbox.login({ username: 'greatday_nomfa' });
    broken = true;
    const { id } = await client.linkConnection({ sessionId, loginId, accountIds });
    let last: unknown = null;
    for (let minute = 0; minute < 90; minute++) {
      last = await client.getAccounts(id).catch((error: unknown) => error);
      clock.advance(60_000);
    }
    expect(last).toMatchObject({ name: 'FlinksKitError', code: 'unavailable', status: 503, retry: true });
    expect((await client.getConnection(id)).health.status).toBe('unavailable');
    expect(asked).toBeLessThan(20);

    broken = false;
    await client.refreshConnection(id);
    clock.advance(10_000);
    await client.getAccounts(id);
    clock.advance(10_000);
    await client.getAccounts(id);
    clock.advance(10_000);
    expect((await client.getAccounts(id)).accounts).toHaveLength(9);
  },
);

test.each(knownFlinksCodes)(
  '%s, replayed by a cached Authorize, is told as what it is',
  async (FlinksCode) => {
    const { sandbox, clock } = startTestServer();
    let replays = false;
    const server = startTestServer({
      server: { clock },
      flinks: {
        fetch: (request) =>
          replays && request.url.endsWith('/Authorize')
            ? Promise.resolve(Response.json({ HttpStatusCode: 401, FlinksCode }, { status: 401 }))
            : sandbox.fetch(request),
      },
    });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const login = sandbox.login({ username: 'greatday_nomfa' });
    replays = true;
    const linked = await client.linkConnection({ sessionId, ...login }).catch((error: unknown) => error);
    if (FlinksCode === 'INVALID_LOGIN') {
      expect(linked).toMatchObject({ code: 'login-unknown' });
      return;
    }
    const needsUser = judgeFlinksCode(FlinksCode) === 'needs-user';
    expect(linked).toMatchObject({
      provisional: true,
      health: { status: needsUser ? 'needs-user' : 'unavailable', flinksCode: FlinksCode },
    });
  },
);

test('200 users with 50 readers each: Flinks is asked as for one each', async () => {
  const server = startTestServer({
    sandbox: { pendingPolls: 1, journalLimit: 10_000 },
    server: { rateLimit: () => true },
  });
  const users = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const { connection } = await server.link(`user-${i}`);
      const mine = server.flinks.forUser(`user-${i}`);
      return () => Promise.all(Array.from({ length: 50 }, () => mine.getAccounts(connection.id)));
    }),
  );
  for (let poll = 0; poll < 3; poll++) {
    for (let i = 0; i < users.length; i += 10) {
      await Promise.all(users.slice(i, i + 10).map((readAsFifty) => readAsFifty()));
    }
    server.clock.advance(10_000);
  }
  const calls = (endpoint: string) => server.sandbox.journal.calls(endpoint).length;
  expect(calls('GetAccountsSummary')).toBe(200);
  expect(calls('GetAccountsDetail')).toBe(200);
  // The bank is visited once for all of them, since they all are the same test user.
  expect(calls('GetAccountsDetailAsync')).toBeLessThanOrEqual(200);
}, 60_000);

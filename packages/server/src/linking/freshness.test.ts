import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { startTestServer, type TestServer, testOrigin } from '../../test/startTestServer.ts';
import { createFlinksServer, type FlinksServerOptions } from '../index.ts';

const day = 24 * 60 * 60_000;
const webhook = { secrets: ['webhook-secret'] };

/** Posts a body as Flinks does, signed (docs/flinks/api.md 8). */
function post({ flinks }: Pick<TestServer, 'flinks'>, content: object): Promise<Response> {
  const body = JSON.stringify(content);
  const signature = createHmac('sha256', 'webhook-secret').update(body).digest('base64');
  const headers = { 'flinks-authenticity-key': signature };
  return flinks.handler(new Request(`${testOrigin}/api/flinks/webhook`, { method: 'POST', body, headers }));
}

/** Flinks' word about a login, before its accounts are there. */
const deliver = (
  server: Pick<TestServer, 'flinks'>,
  loginId: string,
  lastRefreshAt: string,
  tag?: string,
): Promise<Response> =>
  post(server, {
    ResponseType: 'KYC',
    HttpStatusCode: 200,
    Holders: [],
    Login: { Username: 'x', IsScheduledRefresh: false, LastRefresh: lastRefreshAt, Type: null, Id: loginId },
    RequestId: crypto.randomUUID(),
    ...(tag === undefined ? {} : { Tag: tag }),
  });

/** Ann's fresh login, linked where only a signed delivery proves one. */
async function linked() {
  const server = startTestServer({
    sandbox: { pendingPolls: 0 },
    server: { webhook, freshness: 'webhook' },
  });
  const client = server.clientOf('ann');
  const { sessionId, connectUrl } = await client.openSession({});
  const login = server.sandbox.login({ username: 'greatday_nomfa' });
  const { id } = await client.linkConnection({ sessionId, ...login });
  const eft = () => server.flinks.forUser('ann').getEftInstruction(id, login.accountIds[5] ?? '');
  const tag = new URL(connectUrl).searchParams.get('tag') ?? '';
  return { ...server, client, id, login, tag, eft };
}

const now = '2026-01-15T12:00:00.0000000';

test('where a signed delivery is demanded, Flinks’ own answer proves nothing', async () => {
  const { client, id, eft } = await linked();
  expect((await client.getAccounts(id)).status).toBe('ready');
  expect(await client.getConnection(id)).toMatchObject({ verification: 'unverified' });
  await expect(eft()).rejects.toMatchObject({ code: 'connection-unverified' });
});

test.each([
  ['without a tag', () => undefined],
  ['with the session’s tag', ({ tag }: { tag: string }) => tag],
])('a signed delivery %s proves the login', async (_name, tagOf) => {
  const server = await linked();
  const { client, id, login } = server;
  expect((await deliver(server, login.loginId, now, tagOf(server))).status).toBe(200);
  expect(await client.getConnection(id)).toMatchObject({ verification: 'verified' });
});

test.each([
  ['of another session', now, 'somebody-elses-tag'],
  ['of a later refresh', '2026-01-16T12:00:00.0000000', undefined],
])('a signed delivery %s proves nothing', async (_name, lastRefreshAt, tag) => {
  const server = await linked();
  await deliver(server, server.login.loginId, lastRefreshAt, tag);
  expect(await server.client.getConnection(server.id)).toMatchObject({ verification: 'unverified' });
});

test('a delivery that comes before the link is kept for it', async () => {
  const server = startTestServer({ server: { webhook, freshness: 'webhook' } });
  const client = server.clientOf('ann');
  const { sessionId } = await client.openSession({});
  const login = server.sandbox.login({ username: 'greatday_nomfa' });
  await deliver(server, login.loginId, now);
  await server.flinks.maintain();
  expect(await client.linkConnection({ sessionId, ...login })).toMatchObject({ verification: 'verified' });
});

test('a delivery for a login that nobody links is forgotten', async () => {
  const server = startTestServer({ server: { webhook, freshness: 'webhook' } });
  await deliver(server, '00000000-0000-4000-8000-000000000009', now);
  server.clock.advance(60 * 60_000);
  expect(await server.flinks.maintain()).toMatchObject({ webhooksFinished: 1 });
  server.clock.advance(8 * day);
  expect(await server.flinks.maintain()).toMatchObject({ rowsPurged: 1 });
});

test('a demand for deliveries that nobody could prove is refused at the start', () => {
  const start = (options: Partial<FlinksServerOptions>) => () =>
    createFlinksServer({
      endpoint: '/api/flinks',
      flinks: { instance: 'x', customerId: 'x', secretKey: 'x', apiKey: 'x' },
      encryption: { keys: [btoa('flinks-kit test key, not secret!')] },
      identify: () => null,
      ...options,
    });
  expect(start({ freshness: 'webhook' })).toThrow('Set webhook.secrets');
});

test('where old logins are only audited they pass, and the trail says so', async () => {
  const server = startTestServer({ sandbox: { pendingPolls: 0 }, server: { freshness: 'audit' } });
  const old = server.sandbox.login({ username: 'greatday_nomfa' });
  server.clock.advance(day);
  const client = server.clientOf('ann');
  const { sessionId } = await client.openSession({});
  const { id, verification } = await client.linkConnection({ sessionId, ...old });
  expect(verification).toBe('verified');
  expect((await client.getAccounts(id)).accounts).toHaveLength(9);
  expect(server.audit.map(({ action }) => action)).toContain('login-not-fresh');
});

test('a signed delivery does not open a login again that proved to be old', async () => {
  const { sandbox, clock } = startTestServer({ sandbox: { pendingPolls: 0 } });
  let silent = true;
  const server = startTestServer({
    server: { clock, webhook },
    flinks: {
      fetch: (request) =>
        silent && request.url.endsWith('/Authorize')
          ? Promise.reject(new TypeError('no network'))
          : sandbox.fetch(request),
    },
  });
  const stolen = sandbox.login({ username: 'greatday_nomfa' });
  clock.advance(day);
  const thief = server.clientOf('mallory');
  const { sessionId } = await thief.openSession({});
  const { id } = await thief.linkConnection({ sessionId, ...stolen });
  silent = false;
  clock.advance(20_000);
  await expect(thief.getAccounts(id)).rejects.toMatchObject({ code: 'needs-user' });

  clock.advance(day);
  const delivered = await post(server, {
    ResponseType: 'GetAccountsDetail',
    HttpStatusCode: 200,
    Accounts: [{ Id: stolen.accountIds[0], Title: 'Chequing CAD', Category: 'Operations', Currency: 'CAD' }],
    Login: { LastRefresh: '2026-01-17T12:00:00.0000000', Id: stolen.loginId },
    RequestId: crypto.randomUUID(),
  });
  expect(delivered.status).toBe(200);
  await expect(thief.getAccounts(id)).rejects.toMatchObject({ code: 'needs-user' });
});

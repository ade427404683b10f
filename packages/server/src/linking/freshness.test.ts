import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
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

/** What Flinks delivers about a login before its accounts are there. */
const deliver = (
  server: Pick<TestServer, 'flinks'>,
  loginId: string,
  { lastRefreshAt = now, tag, requestId = crypto.randomUUID() }: DeliveredFacts = {},
): Promise<Response> =>
  post(server, {
    ResponseType: 'KYC',
    HttpStatusCode: 200,
    Holders: [],
    Login: { Username: 'x', IsScheduledRefresh: false, LastRefresh: lastRefreshAt, Type: null, Id: loginId },
    RequestId: requestId,
    ...(tag === undefined ? {} : { Tag: tag }),
  });

interface DeliveredFacts {
  readonly lastRefreshAt?: string;
  readonly tag?: string;
  readonly requestId?: string;
}

const now = '2026-01-15T12:00:00.0000000';
const redirected = '00000000-0000-4000-8000-00000000000a';

/** Ann's new sign-in, linked where only a signed delivery verifies a login. */
async function linked() {
  const server = startTestServer({
    sandbox: { pendingPolls: 0 },
    server: { webhook, freshness: 'webhook' },
  });
  const client = server.clientOf('ann');
  const { sessionId, connectUrl } = await client.openSession({});
  const login = server.sandbox.login({ username: 'greatday_nomfa' });
  const { id } = await client.linkConnection({ sessionId, ...login, requestId: redirected });
  const eft = () =>
    server.flinks
      .forUser('ann')
      .getEftInstruction({ connectionId: id, accountId: login.accountIds[5] ?? '' });
  const tag = new URL(connectUrl).searchParams.get('tag') ?? '';
  return { ...server, client, id, login, tag, eft };
}

describe('freshness', () => {
  describe('freshness: webhook', () => {
    test('no data leaves the server before a signed delivery', async () => {
      const { client, id, eft } = await linked();
      await expect(client.getAccounts(id)).rejects.toMatchObject({ status: 409, code: 'login-unconfirmed' });
      expect(await client.getConnection(id)).toMatchObject({
        verification: 'unverified',
        accounts: null,
        health: { status: 'needs-user' },
      });
      await expect(eft()).rejects.toMatchObject({ code: 'login-unconfirmed' });
    });

    test.each<[string, (linked: { readonly tag: string }) => DeliveredFacts]>([
      ['with the session’s tag', ({ tag }) => ({ tag })],
      ['with the RequestId of the REDIRECT', () => ({ requestId: redirected })],
    ])('a signed delivery %s verifies the login and shows its accounts', async (_name, factsOf) => {
      const server = await linked();
      const { client, id, login } = server;
      expect((await deliver(server, login.loginId, factsOf(server))).status).toBe(200);
      expect(await client.getConnection(id)).toMatchObject({ verification: 'verified' });
      expect((await client.getAccounts(id)).accounts).toHaveLength(9);
    });

    test.each<[string, DeliveredFacts]>([
      ['without a tag', {}],
      ['of another session', { tag: 'the-tag-of-another-session' }],
      ['of another session with our RequestId', { tag: 'the-tag-of-another-session', requestId: redirected }],
      ['of a later refresh', { lastRefreshAt: '2026-01-16T12:00:00.0000000' }],
    ])('a signed delivery %s verifies nothing', async (_name, facts) => {
      const server = await linked();
      await deliver(server, server.login.loginId, facts);
      expect(await server.client.getConnection(server.id)).toMatchObject({ verification: 'unverified' });
      await expect(server.client.getAccounts(server.id)).rejects.toMatchObject({ code: 'login-unconfirmed' });
    });

    test('a RequestId that was delivered before the session opened verifies nothing', async () => {
      const server = startTestServer({ server: { webhook, freshness: 'webhook' } });
      const login = server.sandbox.login({ username: 'greatday_nomfa' });
      await deliver(server, login.loginId, { requestId: redirected });
      server.clock.advance(1_000);
      const client = server.clientOf('mallory');
      const { sessionId } = await client.openSession({});
      const link = { sessionId, ...login, requestId: redirected };
      expect(await client.linkConnection(link)).toMatchObject({ verification: 'unverified' });
    });

    test('a delivery that arrives before the link is kept for it', async () => {
      const server = startTestServer({ server: { webhook, freshness: 'webhook' } });
      const client = server.clientOf('ann');
      const { sessionId, connectUrl } = await client.openSession({});
      const login = server.sandbox.login({ username: 'greatday_nomfa' });
      const tag = new URL(connectUrl).searchParams.get('tag') ?? '';
      await deliver(server, login.loginId, { tag });
      await server.flinks.maintain();
      expect(await client.linkConnection({ sessionId, ...login })).toMatchObject({
        verification: 'verified',
      });
    });

    test('three deliveries in a row without a tag are one warning', async () => {
      const server = await linked();
      const about = () => server.warnings.filter((sentence) => sentence.includes('tag')).length;
      await deliver(server, server.login.loginId);
      await deliver(server, server.login.loginId);
      expect(about()).toBe(0);
      await deliver(server, server.login.loginId);
      await deliver(server, server.login.loginId);
      expect(about()).toBe(1);
    });
  });

  test('a delivery for a login that no user links is removed', async () => {
    const server = startTestServer({ server: { webhook, freshness: 'webhook' } });
    await deliver(server, '00000000-0000-4000-8000-000000000009');
    server.clock.advance(60 * 60_000);
    expect(await server.flinks.maintain()).toMatchObject({ webhooksFinished: 1 });
    server.clock.advance(8 * day);
    expect(await server.flinks.maintain()).toMatchObject({ rowsPurged: 1 });
  });

  test('freshness: webhook without a secret is refused at the start', () => {
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

  test('freshness: audit lets an older login pass, and the audit trail records it', async () => {
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

  test('a signed delivery of a later refresh does not verify a rejected login', async () => {
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
    await expect(thief.getAccounts(id)).rejects.toMatchObject({ code: 'login-unconfirmed' });

    clock.advance(day);
    const delivered = await post(server, {
      ResponseType: 'GetAccountsDetail',
      HttpStatusCode: 200,
      Accounts: [
        { Id: stolen.accountIds[0], Title: 'Chequing CAD', Category: 'Operations', Currency: 'CAD' },
      ],
      Login: { LastRefresh: '2026-01-17T12:00:00.0000000', Id: stolen.loginId },
      RequestId: crypto.randomUUID(),
    });
    expect(delivered.status).toBe(200);
    await expect(thief.getAccounts(id)).rejects.toMatchObject({ code: 'login-unconfirmed' });
  });
});

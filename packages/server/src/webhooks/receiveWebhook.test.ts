import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { startTestServer, testOrigin } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../index.ts';

const webhook = { secrets: ['old-secret', 'new-secret'] };
const sign = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('base64');

type Server = ReturnType<typeof startTestServer>;

function deliver(server: Server, body: string, headers: Record<string, string>) {
  const request = new Request(`${testOrigin}/api/flinks/webhook`, { method: 'POST', body, headers });
  return server.flinks.handler(request);
}

const signed = (server: Server, body: string, secret = 'new-secret') =>
  deliver(server, body, { 'flinks-authenticity-key': sign(body, secret) });

/** The body that Flinks posts: the 200 of Detail with a ResponseType (docs/flinks/api.md 8). */
const detail = (
  loginId: string,
  accountId: string,
  change: { balance?: number; lastRefreshAt?: string; requestId?: string } = {},
) =>
  JSON.stringify({
    ResponseType: 'GetAccountsDetail',
    HttpStatusCode: 200,
    Accounts: [
      {
        TransitNumber: '00001',
        InstitutionNumber: '777',
        Title: 'Chequing CAD',
        AccountNumber: '1111000',
        Balance: { Available: null, Current: change.balance ?? 12.5, Limit: null },
        Category: 'Operations',
        Type: 'Chequing',
        Currency: 'CAD',
        Id: accountId,
      },
    ],
    Login: {
      Username: 'x',
      IsScheduledRefresh: false,
      LastRefresh: change.lastRefreshAt ?? '2026-01-15T12:00:01.0000000',
      Type: null,
      Id: loginId,
    },
    InstitutionId: 14,
    Institution: 'FlinksCapital',
    RequestId: change.requestId ?? '00000000-0000-4000-8000-000000000001',
  });

async function linked() {
  const store = createMemoryStore();
  const server = startTestServer({ server: { webhook, store } });
  const { client, connection, link } = await server.link('ann');
  const [accountId = ''] = link.accountIds;
  return { ...server, client, connection, loginId: link.loginId, accountId, store, server };
}

describe('receiveWebhook', () => {
  test('a webhook completes a connection that still waited, without another poll', async () => {
    const { server, client, connection, loginId, accountId, sandbox } = await linked();
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'partial' });
    const asked = sandbox.journal.entries().length;
    expect((await signed(server, detail(loginId, accountId))).status).toBe(200);
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'ready', retryAfterMs: null });
    expect(await client.getConnection(connection.id)).toMatchObject({ health: { status: 'ok' } });
    expect(sandbox.journal.entries()).toHaveLength(asked);
  });

  test.each([
    ['the documented header', 'flinks-authenticity-key', 'new-secret', 200],
    ['the newer guide’s header', 'x-flinks-signature', 'new-secret', 200],
    ['the secret before the rotation', 'flinks-authenticity-key', 'old-secret', 200],
    ['another secret', 'flinks-authenticity-key', 'guessed', 401],
    ['another header', 'x-signature', 'new-secret', 401],
  ])('a delivery signed by %s', async (_name, header, secret, status) => {
    const { server, client, connection, loginId, accountId } = await linked();
    await client.getAccounts(connection.id);
    const body = detail(loginId, accountId);
    expect((await deliver(server, body, { [header]: sign(body, secret) })).status).toBe(status);
    const expected = status === 200 ? 'ready' : 'partial';
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: expected });
  });

  test.each([undefined, null, 'none', {}])(
    'a Detail whose accounts are %j takes none away',
    async (Accounts) => {
      const { server, client, connection, loginId, accountId } = await linked();
      await signed(server, detail(loginId, accountId));
      const before = (await client.getAccounts(connection.id)).accounts.length;
      const body = JSON.stringify({
        ...JSON.parse(detail(loginId, accountId)),
        Accounts,
        RequestId: 'another',
      });
      expect((await signed(server, body)).status).toBe(200);
      expect(before).toBeGreaterThan(0);
      expect((await client.getAccounts(connection.id)).accounts).toHaveLength(before);
    },
  );

  test.each<[string, Record<string, string>]>([
    ['no signature', {}],
    ['half a signature', { 'flinks-authenticity-key': btoa('short') }],
    [
      'a length beyond every webhook',
      { 'flinks-authenticity-key': sign('', 'new-secret'), 'content-length': '99000000' },
    ],
  ])('a delivery with %s is refused before its body is read', async (_name, headers) => {
    const { server } = await linked();
    let read = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          read = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const url = `${testOrigin}/api/flinks/webhook`;
    const answer = await server.flinks.handler(
      new Request(url, { method: 'POST', body, headers, ...{ duplex: 'half' } }),
    );
    expect([answer.ok, read]).toEqual([false, false]);
  });

  test.each([
    ['one byte more', (body: string) => `${body} `, (signature: string) => signature],
    [
      'another encoding of the same JSON',
      (body: string) => JSON.stringify(JSON.parse(body), null, 1),
      (s: string) => s,
    ],
    ['half a signature', (body: string) => body, (signature: string) => signature.slice(0, 20)],
    ['a signature that is not base64', (body: string) => body, () => '***'],
  ])('%s is refused and changes nothing', async (_name, alterBody, alterSignature) => {
    const { server, store, loginId, accountId } = await linked();
    const body = detail(loginId, accountId);
    const answer = await deliver(server, alterBody(body), {
      'flinks-authenticity-key': alterSignature(sign(body, 'new-secret')),
    });
    expect([answer.status, (await answer.json()).code]).toEqual([401, 'signature-invalid']);
    expect(await store.list({ kind: 'inbox', limit: 9 })).toEqual([]);
  });

  test('the same delivery ten times is applied once, and an older one never', async () => {
    const { server, client, connection, loginId, accountId, store } = await linked();
    await client.getAccounts(connection.id);
    const newer = detail(loginId, accountId, { balance: 20, lastRefreshAt: '2026-01-15T12:30:00.0000000' });
    for (let i = 0; i < 10; i++) expect((await signed(server, newer)).status).toBe(200);
    expect(await store.list({ kind: 'inbox', limit: 99 })).toHaveLength(1);
    const older = detail(loginId, accountId, {
      balance: 10,
      requestId: '00000000-0000-4000-8000-000000000002',
    });
    expect((await signed(server, older)).status).toBe(200);
    const { accounts, asOf } = await client.getAccounts(connection.id);
    expect(asOf).toBe('2026-01-15T12:30:00.000Z');
    expect(accounts.find(({ id }) => id === accountId)?.balance.current).toBe(20);
  });

  test('an account that a delivery lacks is gone, and one with another id is counted once', async () => {
    const { server, client, connection, loginId, accountId, clock } = await linked();
    await client.getAccounts(connection.id);
    const current = async () =>
      (await client.getAccounts(connection.id)).accounts.map(({ id, balance }) => [id, balance.current]);
    await signed(server, detail(loginId, accountId, { balance: 100 }));
    expect(await current()).toEqual([[accountId, 100]]);
    clock.advance(24 * 60 * 60_000);
    const otherId = crypto.randomUUID();
    const lastRefreshAt = '2026-01-16T05:00:00.0000000';
    await signed(server, detail(loginId, otherId, { balance: 150, lastRefreshAt, requestId: 'other' }));
    expect(await current()).toEqual([[otherId, 150]]);
  });

  test('a chosen account that a delivery lacks marks its connection', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 }, server: { webhook } });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const { loginId, accountIds } = server.sandbox.login({ username: 'greatday_nomfa' });
    const chosen = accountIds.slice(0, 2);
    const { id } = await client.linkConnection({ sessionId, loginId, accountIds: chosen });
    await client.getAccounts(id);
    expect(await client.getConnection(id)).toMatchObject({ hasMissingAccounts: false });
    await signed(server, detail(loginId, chosen[0] ?? ''));
    expect(await client.getConnection(id)).toMatchObject({
      hasMissingAccounts: true,
      accounts: [{ id: chosen[0] }],
    });
  });

  test('an app receives an event for data of a nightly refresh, once, and none for what a link still waited for', async () => {
    const { server, client, connection, loginId, accountId, events, clock } = await linked();
    await client.getAccounts(connection.id);
    const refreshed = () => events.filter(({ type }) => type === 'refreshed').length;
    await signed(server, detail(loginId, accountId));
    expect(refreshed()).toBe(0);
    const lastRefreshAt = '2026-01-16T05:00:00.0000000';
    clock.advance(24 * 60 * 60_000);
    const nightly = detail(loginId, accountId, { lastRefreshAt, requestId: crypto.randomUUID() });
    await signed(server, nightly);
    await signed(server, nightly);
    expect(refreshed()).toBe(1);
  });

  test('a webhook shows only what the person chose', async () => {
    const server = startTestServer({ server: { webhook } });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const { loginId, accountIds } = server.sandbox.login({ username: 'greatday_nomfa' });
    const { id } = await client.linkConnection({ sessionId, loginId, accountIds: accountIds.slice(0, 1) });
    await signed(server, detail(loginId, accountIds[1] ?? ''));
    expect((await client.getAccounts(id)).accounts.map((account) => account.id)).not.toContain(accountIds[1]);
  });

  test('a deleted connection is not revived, and an unknown login is received and ignored', async () => {
    const { server, client, connection, loginId, accountId, store } = await linked();
    await client.deleteConnection(connection.id);
    expect((await signed(server, detail(loginId, accountId))).status).toBe(200);
    expect((await signed(server, detail(crypto.randomUUID(), accountId))).status).toBe(200);
    expect((await signed(server, 'not JSON')).status).toBe(200);
    expect(await client.listConnections()).toEqual([]);
    expect(await store.list({ kind: 'inbox', limit: 9 })).toEqual([]);
  });

  test('a delivery that was stored before a crash is applied by maintain()', async () => {
    const { server, client, connection, loginId, accountId, store, clock, sandbox } = await linked();
    await client.getAccounts(connection.id);
    const dying = startTestServer({
      server: {
        webhook,
        clock,
        store: { ...store, replace: () => Promise.reject(new Error('killed')) },
      },
    });
    expect((await signed(dying, detail(loginId, accountId))).status).toBe(200);
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'partial' });
    expect(sandbox.journal.calls('GetAccountsDetailAsync')).toEqual([]);
    expect(await server.flinks.maintain()).toMatchObject({ webhooksFinished: 1 });
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'ready' });
  });

  test('a server without secrets takes no webhooks', async () => {
    const server = startTestServer();
    const body = detail(crypto.randomUUID(), 'a');
    expect((await signed(server, body)).status).toBe(404);
  });

  test('an empty secret is refused at the start', () => {
    expect(() => startTestServer({ server: { webhook: { secrets: [''] } } })).toThrow(
      'A webhook secret is empty',
    );
  });

  test('a signed delivery of the year 9999 does not make every later one older', async () => {
    const { server, client, connection, loginId, accountId, clock } = await linked();
    await client.getAccounts(connection.id);
    const ahead = { balance: 1, lastRefreshAt: '9999-02-01T00:00:00.000000', requestId: 'ahead' };
    expect((await signed(server, detail(loginId, accountId, ahead))).status).toBe(200);
    clock.advance(60_000);
    const lastRefreshAt = new Date(clock.now()).toISOString().replace('Z', '000');
    await signed(server, detail(loginId, accountId, { balance: 2, lastRefreshAt, requestId: 'later' }));
    const { accounts, asOf } = await client.getAccounts(connection.id);
    expect(accounts[0]?.balance.current).toBe(2);
    expect(asOf).toBe(new Date(clock.now()).toISOString());
  });

  test('a backlog of deliveries is read a few at a time, and all are applied', async () => {
    const kept = createMemoryStore();
    let isDown = true;
    let mostAtOnce = 0;
    const server = startTestServer({
      server: {
        webhook,
        store: {
          ...kept,
          async replace(row) {
            if (isDown && row.kind === 'inbox') throw new Error('The database is down.');
            return kept.replace(row);
          },
          async list(query) {
            const rows = await kept.list(query);
            if (query.kind === 'inbox') mostAtOnce = Math.max(mostAtOnce, rows.length);
            return rows;
          },
        },
      },
    });
    const { client, connection, link } = await server.link('ann');
    await client.getAccounts(connection.id);
    for (let number = 10; number < 70; number += 1) {
      const requestId = `00000000-0000-4000-8000-0000000000${number}`;
      await signed(server, detail(link.loginId, link.accountIds[0] ?? '', { requestId }));
    }
    isDown = false;
    expect(await server.flinks.maintain()).toMatchObject({ webhooksFinished: 60, failed: [] });
    console.info(`of 60 deliveries ${mostAtOnce} were fetched at once (60 before)`);
    expect(mostAtOnce).toBeLessThanOrEqual(10);
  });
});

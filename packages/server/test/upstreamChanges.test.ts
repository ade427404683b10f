import type { AccountsSnapshot } from '@flinks-kit/core';
import { createManualClock, createSandbox, type Sandbox } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { startTestServer } from './startTestServer.ts';

// What the server meets when Flinks changes ids, replays an unanswered question, or refreshes by itself (nightly refresh).
describe('a card that was deleted and connected again', () => {
  test('is a new connection with a new LoginId, and the deleted one stays gone', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection, link } = await server.link('ann');
    await client.getAccounts(connection.id);
    await client.deleteConnection(connection.id);
    const again = await server.link('ann');
    expect(again.link.loginId).not.toBe(link.loginId);
    expect(again.connection.id).not.toBe(connection.id);
    expect((await client.getAccounts(again.connection.id)).accounts).toHaveLength(9);
    expect((await client.listConnections()).map(({ id }) => id)).toEqual([again.connection.id]);
    await expect(client.getConnection(connection.id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a live refresh that the user left at the question', () => {
  test('leaves the older accounts readable, and the connection asks for the user', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection } = await server.link('ann', { username: 'Greatday' });
    await client.getAccounts(connection.id);
    server.clock.advance(60 * 60_000);
    await client.refreshConnection(connection.id);
    // Five days later the cached call that keeps the card alive is QUESTION_NOT_FOUND.
    await client.setNightlyRefresh(connection.id, true);
    server.clock.advance(5 * 24 * 60 * 60_000);
    await server.flinks.maintain();
    expect(server.sandbox.journal.calls('Authorize').at(-1)).toMatchObject({
      status: 401,
      flinksCode: 'QUESTION_NOT_FOUND',
    });
    expect(await client.getConnection(connection.id)).toMatchObject({ health: { status: 'needs-user' } });
    const { status, accounts, asOf } = await client.getAccounts(connection.id);
    expect([status, accounts.length, asOf]).toEqual(['ready', 9, '2026-01-15T12:00:00.000Z']);
  });
});

describe('a nightly refresh of a webhook customer', () => {
  test('brings its data by webhook, from Flinks to the accounts', async () => {
    const secret = 'a-secret-of-the-test';
    const clock = createManualClock();
    let deliver = (_request: Request): Promise<Response> =>
      Promise.resolve(new Response(null, { status: 200 }));
    const sandbox: Sandbox = createSandbox({
      clock,
      webhook: {
        url: 'https://app.example/api/flinks/webhook',
        secret,
        fetch: (request) => deliver(request),
      },
    });
    const server = startTestServer({
      beside: { clock, sandbox },
      server: { webhook: { secrets: [secret] } },
    });
    deliver = server.flinks.handler;
    const { client, connection } = await server.link('ann');
    const readLater = (): Promise<AccountsSnapshot> => {
      clock.advance(10_000);
      return client.getAccounts(connection.id);
    };
    await expect.poll(readLater).toMatchObject({ status: 'ready', retryAfterMs: null });
    await client.setNightlyRefresh(connection.id, true);
    clock.advance(24 * 60 * 60_000);

    sandbox.refreshNightly();
    clock.advance(10_000);
    await expect.poll(() => sandbox.webhooks.deliveries()).toHaveLength(2);
    expect(sandbox.webhooks.deliveries().map(({ status }) => status)).toEqual([200, 200]);
    expect(await client.getAccounts(connection.id)).toMatchObject({
      status: 'ready',
      asOf: expect.stringMatching(/^2026-01-16/),
    });
  });
});

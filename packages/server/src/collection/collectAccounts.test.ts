import { flinksRoutes } from '@flinks-kit/core';
import { bankAccount, testUser } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '../index.ts';
import { startTestServer } from '../../test/startTestServer.ts';

const polls = (server: ReturnType<typeof startTestServer>) =>
  server.sandbox.journal.calls('GetAccountsDetailAsync');

describe('collectAccounts', () => {
  test('the Summary is shown while Flinks still collects, then the Detail is merged into it', async () => {
    const server = startTestServer();
    const { client, connection } = await server.link('ann');

    const first = await client.getAccounts(connection.id);
    expect(first).toMatchObject({
      status: 'partial',
      retryAfterMs: 10_000,
      asOf: '2026-01-15T12:00:00.000Z',
      givesUpAt: '2026-01-15T12:30:00.000Z',
    });
    expect(first.accounts).toHaveLength(9);
    expect(first.accounts.every(({ eft }) => eft.provisional || eft.status === 'ineligible')).toBe(true);

    server.clock.advance(10_000);
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'partial' });
    server.clock.advance(10_000);
    const last = await client.getAccounts(connection.id);
    expect(last).toMatchObject({ status: 'ready', retryAfterMs: null, givesUpAt: null });
    const chequing = last.accounts.find(({ title }) => title === 'Chequing CAD');
    expect(chequing).toMatchObject({
      institution: 'FlinksCapital',
      mask: '•••• 1000',
      eftEligibleRatio: 1,
      eft: { status: 'eligible', provisional: false },
      presence: { accountNumber: true, transitNumber: true, institutionNumber: true },
    });
    expect(await client.getConnection(connection.id)).toMatchObject({
      accounts: last.accounts.map(({ id, title, mask, category }) => ({ id, title, mask, category })),
      health: { status: 'ok' },
    });
  });

  test.each(['GetAccountsSummary', 'GetAccountsDetail'])(
    'a success of %s without accounts is no success, and is asked for again',
    async (endpoint) => {
      let breaks = true;
      const server: ReturnType<typeof startTestServer> = startTestServer({
        sandbox: { pendingPolls: 0 },
        flinks: {
          fetch: async (request) =>
            breaks && request.url.endsWith(`/${endpoint}`)
              ? Response.json({ HttpStatusCode: 200, Accounts: null })
              : server.sandbox.fetch(request),
        },
      });
      const { client, connection } = await server.link('ann');
      expect((await client.getAccounts(connection.id)).status).not.toBe('ready');
      breaks = false;
      server.clock.advance(60_000);
      expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'ready' });
    },
  );

  test('Flinks is asked once per ten seconds, however many read', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 4 } });
    const { client, connection } = await server.link('ann');
    for (let second = 0; second < 40; second += 2) {
      await Promise.all(Array.from({ length: 10 }, () => client.getAccounts(connection.id)));
      server.clock.advance(2_000);
    }
    expect(polls(server)).toHaveLength(3);
    expect(server.sandbox.journal.calls('GetAccountsDetail')).toHaveLength(1);
    const waits = polls(server).map(({ at }, i, all) => Date.parse(at) - Date.parse(all[i - 1]?.at ?? at));
    expect(waits.slice(1).every((wait) => wait >= 10_000)).toBe(true);
  });

  test('what was collected is not asked for again', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection } = await server.link('ann');
    await client.getAccounts(connection.id);
    const asked = server.sandbox.journal.entries().length;
    server.clock.advance(24 * 60 * 60_000);
    expect(await client.getAccounts(connection.id)).toMatchObject({ status: 'ready' });
    expect(server.sandbox.journal.entries()).toHaveLength(asked);
  });

  test('only what the person chose is shown, in the Summary and in the Detail', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 1 } });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const { loginId, accountIds } = server.sandbox.login({ username: 'greatday_nomfa' });
    const chosen = accountIds.slice(5, 6);
    const { id } = await client.linkConnection({ sessionId, loginId, accountIds: chosen });
    const shown = async () => (await client.getAccounts(id)).accounts.map((account) => account.id);
    expect(await shown()).toEqual(chosen);
    server.clock.advance(10_000);
    expect(await shown()).toEqual(chosen);
    expect(server.sandbox.journal.calls('GetAccountsDetail')[0]?.request).toMatchObject({
      AccountsFilter: chosen,
    });
  });

  test.each([
    ['that gave no ids', []],
    ['whose ids match nothing', [crypto.randomUUID()]],
  ])('a selector that was on, %s, shows nothing', async (_name, accountIds) => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const { loginId } = server.sandbox.login({ username: 'greatday_nomfa' });
    const { id } = await client.linkConnection({ sessionId, loginId, accountIds });
    expect(await client.getAccounts(id)).toMatchObject({ status: 'ready', accounts: [] });
  });

  test('without a selector every account is shared', async () => {
    const server = startTestServer({
      sandbox: { pendingPolls: 0 },
      server: { connect: { parameters: { accountSelectorEnable: false } } },
    });
    const client = server.clientOf('ann');
    const { sessionId } = await client.openSession({});
    const { loginId } = server.sandbox.login({ username: 'greatday_nomfa' });
    const { id } = await client.linkConnection({ sessionId, loginId, accountIds: [] });
    expect((await client.getAccounts(id)).accounts).toHaveLength(9);
  });

  test('a security question of the bank makes the connection need its user, and stops the calls', async () => {
    const asking = testUser({
      username: 'asked',
      accounts: [bankAccount({ title: 'Chequing' })],
      challenges: [[{ type: 'Unknown', prompt: { en: 'One?', fr: 'Un?' }, answer: '1' }]],
      challengesCached: true,
    });
    const server = startTestServer({ sandbox: { people: [asking] } });
    const { client, connection } = await server.link('ann', { username: 'asked' });
    expect(connection).toMatchObject({ verification: 'unverified', health: { status: 'needs-user' } });
    const asked = server.sandbox.journal.entries().length;
    await expect(client.getAccounts(connection.id)).rejects.toMatchObject({
      status: 409,
      code: 'needs-user',
    });
    expect(server.sandbox.journal.entries()).toHaveLength(asked);
  });

  test('an answer of an earlier sign-in changes nothing of the next', async () => {
    const store = createMemoryStore();
    const server = startTestServer({ sandbox: { pendingPolls: 0 }, server: { store } });
    const { client, connection, link } = await server.link('ann');
    let again: Promise<unknown> | null = null;
    const signInAgain = async () => {
      const { sessionId } = await client.openSession({ connectionId: connection.id });
      await client.linkConnection({ ...link, sessionId });
    };
    const slow = startTestServer({
      beside: server,
      server: {
        store: {
          ...store,
          async replace(row) {
            if (row.kind === 'connection') await (again ??= signInAgain());
            return store.replace(row);
          },
        },
      },
      flinks: {
        // Flinks answers once.
        fetch: () =>
          again === null
            ? Promise.resolve(
                Response.json({ HttpStatusCode: 401, FlinksCode: 'INVALID_PASSWORD' }, { status: 401 }),
              )
            : Promise.reject(new TypeError('fetch failed')),
      },
    });
    await slow
      .clientOf('ann')
      .getAccounts(connection.id)
      .catch(() => undefined);
    expect(again).not.toBeNull();
    expect(await client.getConnection(connection.id)).toMatchObject({ health: { status: 'pending' } });
    expect([...server.events, ...slow.events].map(({ type }) => type)).not.toContain('needs-user');
    server.clock.advance(10 * 60_000);
    expect((await client.getAccounts(connection.id)).accounts).toHaveLength(9);
  });

  test('the browser receives no private field unless expose names it', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { connection, client } = await server.link('ann');
    await client.getAccounts(connection.id);
    const answered = await server.flinks.handler(
      new Request(
        `https://app.example/api/flinks${flinksRoutes.getAccounts.path.replace(':id', connection.id)}`,
        {
          headers: { 'x-test-user': 'ann' },
        },
      ),
    );
    const text = await answered.text();
    expect(text).not.toMatch(/1111000|John Doe|77777|johndoe/);
    expect(text).toContain('Chequing CAD');

    const open = startTestServer({ sandbox: { pendingPolls: 0 }, server: { expose: ['transitNumber'] } });
    const linked = await open.link('ann');
    const { accounts } = await linked.client.getAccounts(linked.connection.id);
    expect(accounts.find(({ title }) => title === 'Chequing CAD')).toMatchObject({ transitNumber: '77777' });
  });

  test('an EFT instruction is whole, audited, and only of an account that can be used', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection } = await server.link('ann');
    const { accounts } = await client.getAccounts(connection.id);
    const idOf = (title: string) => accounts.find((account) => account.title === title)?.id ?? '';
    const mine = server.flinks.forUser('ann');
    expect(
      await mine.getEftInstruction({ connectionId: connection.id, accountId: idOf('Chequing CAD') }),
    ).toMatchObject({
      accountNumber: '1111000',
      transitNumber: '77777',
      institutionNumber: '777',
      currency: 'CAD',
    });
    expect(server.audit.at(-1)).toMatchObject({ action: 'eft-instruction-given', userId: 'ann' });
    // An app may have the id in another spelling, from before it used the kit.
    const accountId = idOf('Chequing CAD').toUpperCase();
    expect(await mine.getEftInstruction({ connectionId: connection.id, accountId })).toMatchObject({
      accountNumber: '1111000',
    });
    await expect(
      mine.getEftInstruction({ connectionId: connection.id, accountId: idOf('Credit card') }),
    ).rejects.toMatchObject({
      code: 'account-not-eligible',
    });
    await expect(
      mine.getEftInstruction({ connectionId: connection.id, accountId: 'another' }),
    ).rejects.toMatchObject({
      code: 'account-not-found',
    });
    await expect(
      server.flinks
        .forUser('bob')
        .getEftInstruction({ connectionId: connection.id, accountId: idOf('Chequing CAD') }),
    ).rejects.toMatchObject({ code: 'connection-not-found' });
  });

  test('an EFT instruction of older data than maxAgeMs is refused', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection } = await server.link('ann');
    const { accounts, asOf } = await client.getAccounts(connection.id);
    const accountId = accounts.find(({ title }) => title === 'Chequing CAD')?.id ?? '';
    const instruct = (maxAgeMs?: number) =>
      server.flinks.forUser('ann').getEftInstruction({ connectionId: connection.id, accountId, maxAgeMs });

    server.clock.advance(60 * 60_000);
    const ageMs = server.clock.now() - Date.parse(asOf ?? '');
    expect(await instruct(ageMs)).toMatchObject({ accountNumber: '1111000' });
    for (const maxAgeMs of [ageMs - 1, 0, Number.NaN]) {
      await expect(instruct(maxAgeMs)).rejects.toMatchObject({ code: 'data-too-old', status: 409 });
    }
    expect(await instruct()).toMatchObject({ accountNumber: '1111000' });
  });

  test('a page that polls, in two tabs, is one viewing in the audit', async () => {
    const server = startTestServer({ sandbox: { pendingPolls: 3 } });
    const { client, connection } = await server.link('ann');
    const viewings = () => server.audit.filter(({ action }) => action === 'accounts-viewed').length;
    for (let poll = 0; poll < 6; poll++) {
      await Promise.all([client.getAccounts(connection.id), client.getAccounts(connection.id)]);
      server.clock.advance(10_000);
    }
    expect(viewings()).toBe(1);
    server.clock.advance(6 * 60_000);
    await client.getAccounts(connection.id);
    expect(viewings()).toBe(2);
    await server.flinks
      .forUser('bob')
      .getAccounts(connection.id)
      .catch(() => undefined);
    expect(viewings()).toBe(2);
  });
});

import { createHmac } from 'node:crypto';
import { bankAccount, testUser } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { killAfterWrites } from '../../test/killAfterWrites.ts';
import { startTestServer, testKey, testOrigin, type TestServer } from '../../test/startTestServer.ts';
import { createVault } from '../crypto/createVault.ts';
import { createMemoryStore, type FlinksStore } from '../index.ts';
import { createRecords } from '../store/createRecords.ts';
import type { CollectionRecord, ConnectionRecord } from '../store/records.ts';

/** Ann shares three of her nine accounts. */
async function start(options: Parameters<typeof startTestServer>[0] = {}) {
  const store = createMemoryStore();
  const server = startTestServer({
    ...options,
    sandbox: { pendingPolls: 0 },
    server: { store, ...options.server },
  });
  const client = server.clientOf('ann');
  const { loginId, accountIds } = server.sandbox.login({ username: 'greatday_nomfa' });
  const { sessionId } = await client.openSession({});
  const shared = accountIds.slice(4, 7);
  const { id } = await client.linkConnection({ sessionId, loginId, accountIds: shared });
  await client.getAccounts(id);
  const choose = async (chosen: readonly string[], login = loginId, at = client) => {
    server.clock.advance(10 * 60_000);
    const opened = await at.openSession({ connectionId: id, chooseAccounts: true });
    return at.linkConnection({ sessionId: opened.sessionId, loginId: login, accountIds: chosen });
  };
  const shown = async () => (await client.getAccounts(id)).accounts.map((account) => account.id);
  return { ...server, store, client, id, loginId, accountIds, shared, choose, shown };
}

/** Every account in a stored row of the connection, however it is stored. */
async function storedAccounts(store: FlinksStore, id: string): Promise<readonly string[]> {
  const keeper = { store, vault: createVault([testKey]), warn: () => undefined };
  const collection = await createRecords<CollectionRecord>(keeper, 'collection', () => ({})).get(id);
  const connection = await createRecords<ConnectionRecord>(keeper, 'connection', () => ({})).get(id);
  const { collected, summary } = collection ?? {};
  const ids = [collected?.accounts, summary, connection?.accounts].flatMap(
    (list) => list?.map((each) => each.id) ?? [],
  );
  return [...new Set([...ids, ...(collected?.identities.map(([accountId]) => accountId) ?? [])])];
}

const secret = 'a-secret-of-the-test';

function signedDelivery(delivered: Readonly<Record<string, unknown>>): Request {
  const body = JSON.stringify(delivered);
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const headers = { 'flinks-authenticity-key': signature };
  return new Request(`${testOrigin}/api/flinks/webhook`, { method: 'POST', body, headers });
}

const parametersOf = (connectUrl: string) => Object.fromEntries(new URL(connectUrl).searchParams);

describe('open({ connectionId, chooseAccounts: true })', () => {
  test.each([undefined, false])(
    'opens the credential page with the selector on (the app’s own: %s), and does not ask the bank',
    async (accountSelectorEnable) => {
      const { client, id, sandbox } = await start({
        server: { connect: { parameters: { accountSelectorEnable } } },
      });
      const asked = sandbox.journal.calls('Authorize').length;
      const { connectUrl } = await client.openSession({ connectionId: id, chooseAccounts: true });
      expect(new URL(connectUrl).pathname).toMatch(/\/Credential\/14$/);
      expect(parametersOf(connectUrl)).toMatchObject({ accountSelectorEnable: 'true' });
      expect(parametersOf(connectUrl)).not.toHaveProperty('requestId');
      expect(parametersOf(connectUrl)).not.toHaveProperty('resumeSelectedAccounts');
      expect(sandbox.journal.calls('Authorize')).toHaveLength(asked);
    },
  );

  test('does so also while the bank’s question can still be answered', async () => {
    const { link, clock } = startTestServer({ sandbox: { pendingPolls: 0 } });
    const { client, connection } = await link('ann', { username: 'Greatday' });
    clock.advance(10 * 60_000);
    const reconnect = await client.openSession({ connectionId: connection.id });
    expect(parametersOf(reconnect.connectUrl)).toHaveProperty('requestId');
    const { connectUrl } = await client.openSession({ connectionId: connection.id, chooseAccounts: true });
    expect(parametersOf(connectUrl)).not.toHaveProperty('requestId');
  });

  test('of another user’s connection is a 404', async () => {
    const { clientOf, id } = await start();
    await expect(
      clientOf('bob').openSession({ connectionId: id, chooseAccounts: true }),
    ).rejects.toMatchObject({ code: 'connection-not-found' });
  });
});

describe('a new choice of accounts', () => {
  test('holds at once: what is not shared any more is neither shown nor stored', async () => {
    const { choose, shown, shared, store, id, flinks, client } = await start();
    const [kept = '', dropped = ''] = shared;
    const connection = await choose([kept]);
    expect(connection.accounts?.map((account) => account.id)).toEqual([kept]);
    expect(await storedAccounts(store, id)).toEqual([kept]);
    expect(await shown()).toEqual([kept]);
    await expect(
      flinks.forUser('ann').getEftInstruction({ connectionId: id, accountId: dropped }),
    ).rejects.toMatchObject({ code: 'account-not-found' });
    await client.refreshConnection(id);
    expect(await storedAccounts(store, id)).toEqual([kept]);
  });

  test('may share more: the accounts appear with the next Detail', async () => {
    const { choose, shown, accountIds } = await start();
    await choose(accountIds);
    expect(await shown()).toHaveLength(9);
  });

  test('that is empty is refused and keeps the earlier one, as a link of another login is', async () => {
    const { choose, shown, shared, sandbox } = await start();
    await expect(choose([])).rejects.toMatchObject({ status: 409, code: 'selection-empty' });
    const other = sandbox.login({ username: 'Greatday' });
    await expect(choose(other.accountIds, other.loginId)).rejects.toMatchObject({ code: 'login-mismatch' });
    expect(await shown()).toEqual(shared);
  });

  test('that a crash interrupts is finished by maintain(), and nothing that is not shared stays', async () => {
    for (let writes = 1; writes < 12; writes += 1) {
      const { choose, shown, shared, store, id, clock, sandbox, flinks } = await start();
      const dying = startTestServer({
        beside: { clock, sandbox },
        server: { store: killAfterWrites(store, writes) },
      });
      const outcome = await choose(shared.slice(0, 1), undefined, dying.clientOf('ann')).catch(
        () => 'killed',
      );
      clock.advance(10 * 60_000);
      await flinks.maintain();
      const isWritten = outcome !== 'killed' || (await shown()).length === 1;
      // Before the intent is stored nothing happened, and the earlier choice holds.
      expect(await shown()).toEqual(isWritten ? shared.slice(0, 1) : shared);
      if (isWritten) expect(await storedAccounts(store, id)).toEqual(shared.slice(0, 1));
    }
  });

  test.each([
    ['read', 'get'],
    ['written', 'replace'],
  ] as const)(
    'that comes before a delivery’s collection is %s leaves nothing that is not shared',
    async (_name, step) => {
      const { store, id, choose, shared, clock, sandbox, loginId } = await start();
      let choice: Promise<unknown> | null = null;
      // Chosen after the delivery read the earlier selection.
      const slow = startTestServer({
        beside: { clock, sandbox },
        server: {
          webhook: { secrets: [secret] },
          store: {
            ...store,
            get: async (kind, rowId) => {
              if (step === 'get' && kind === 'collection') await (choice ??= choose(shared.slice(0, 1)));
              return store.get(kind, rowId);
            },
            replace: async (row) => {
              if (step === 'replace' && row.kind === 'collection')
                await (choice ??= choose(shared.slice(0, 1)));
              return store.replace(row);
            },
          },
        },
      });
      const delivery = signedDelivery({
        ResponseType: 'GetAccountsDetail',
        HttpStatusCode: 200,
        Accounts: shared.map((accountId) => ({
          Id: accountId,
          Title: 'Delivered',
          Category: 'Operations',
          Type: 'Chequing',
        })),
        Login: {
          Id: loginId,
          LastRefresh: new Date(clock.now() + 60 * 60_000).toISOString().replace('Z', '0000'),
        },
        RequestId: crypto.randomUUID(),
      });
      clock.advance(60 * 60_000);
      await slow.flinks.handler(delivery);
      expect(choice).not.toBeNull();
      expect(await storedAccounts(store, id)).toEqual(shared.slice(0, 1));
    },
  );
});

/** The same Flinks, in which the accounts have other ids from now on. */
function withOtherIds({ sandbox }: Pick<TestServer, 'sandbox'>, ids: readonly string[]) {
  const others = new Map(ids.map((id) => [id, crypto.randomUUID()]));
  const rewrite = (text: string, back: boolean) =>
    [...others].reduce(
      (all, [id, other]) => (back ? all.replaceAll(other, id) : all.replaceAll(id, other)),
      text,
    );
  return {
    otherIdOf: (id: string) => others.get(id) ?? '',
    fetch: async (request: Request): Promise<Response> => {
      const body = request.method === 'GET' ? null : rewrite(await request.text(), true);
      const { url, method, headers } = request;
      const answer = await sandbox.fetch(new Request(url, { method, headers, body }));
      return new Response(rewrite(await answer.text(), false), answer);
    },
  };
}

/** The same Flinks, whose bank lists these accounts no longer. */
const without =
  ({ fetch }: Pick<TestServer['sandbox'], 'fetch'>, ...ids: readonly string[]) =>
  async (request: Request): Promise<Response> => {
    const answer = await fetch(request);
    const body = await answer.json();
    if (!Array.isArray(body.Accounts)) return Response.json(body, answer);
    const accounts = body.Accounts.filter(({ Id }: { readonly Id: string }) => !ids.includes(Id));
    return Response.json({ ...body, Accounts: accounts }, answer);
  };

describe('an account that Flinks gives another id', () => {
  test('is still shared: it is matched by its identity, and no other account is', async () => {
    const { store, id, shared, accountIds, clock, sandbox, shown } = await start();
    expect(await shown()).toEqual(shared);
    const { fetch, otherIdOf } = withOtherIds({ sandbox }, accountIds);
    const later = startTestServer({ beside: { clock, sandbox }, server: { store }, flinks: { fetch } });
    clock.advance(10 * 60_000);
    const client = later.clientOf('ann');
    await client.refreshConnection(id);
    const { accounts } = await client.getAccounts(id);
    expect(accounts.map((account) => account.id)).toEqual(shared.map(otherIdOf));
    expect((await storedAccounts(store, id)).toSorted()).toEqual(shared.map(otherIdOf).toSorted());
    // The next one knows the new ids.
    clock.advance(10 * 60_000);
    await client.refreshConnection(id);
    expect((await client.getAccounts(id)).accounts).toHaveLength(3);
    const filters = sandbox.journal
      .calls('GetAccountsDetail')
      .map(({ request }) => Object(request).AccountsFilter);
    expect(filters.slice(-2)).toEqual([undefined, shared]);
  });

  test('and that has no identity stays hidden', async () => {
    const { store, id, client: before, accountIds, choose, clock, sandbox } = await start();
    // The card, whose number is masked, and one account that can be matched.
    const cards = accountIds.slice(7, 9);
    await choose(cards);
    expect((await before.getAccounts(id)).accounts.map(({ identity }) => identity === null)).toEqual([
      false,
      true,
    ]);
    const { fetch, otherIdOf } = withOtherIds({ sandbox }, accountIds);
    const later = startTestServer({ beside: { clock, sandbox }, server: { store }, flinks: { fetch } });
    clock.advance(10 * 60_000);
    await later.clientOf('ann').refreshConnection(id);
    const { accounts } = await later.clientOf('ann').getAccounts(id);
    expect(accounts.map((account) => account.id)).toEqual([otherIdOf(cards[0] ?? '')]);
  });

  test('marks its connection where it stays hidden, until the user chooses again', async () => {
    const { store, id, client: before, shared, accountIds, loginId, choose, clock, sandbox } = await start();
    const card = accountIds.slice(8, 9);
    await choose([...card, ...shared.slice(0, 1)]);
    await before.getAccounts(id);
    expect(await before.getConnection(id)).toMatchObject({ hasMissingAccounts: false });
    const { fetch, otherIdOf } = withOtherIds({ sandbox }, accountIds);
    const later = startTestServer({ beside: { clock, sandbox }, server: { store }, flinks: { fetch } });
    const client = later.clientOf('ann');
    clock.advance(10 * 60_000);
    await client.refreshConnection(id);
    await client.getAccounts(id);
    expect(await client.getConnection(id)).toMatchObject({
      hasMissingAccounts: true,
      accounts: [{ id: otherIdOf(shared[0] ?? '') }],
    });
    expect(await client.listConnections()).toMatchObject([{ hasMissingAccounts: true }]);
    clock.advance(10 * 60_000);
    const { sessionId } = await client.openSession({ connectionId: id, chooseAccounts: true });
    const again = await client.linkConnection({
      sessionId,
      loginId,
      accountIds: card.map(otherIdOf),
    });
    expect(again).toMatchObject({ hasMissingAccounts: false });
    await client.getAccounts(id);
    expect(await client.getConnection(id)).toMatchObject({ hasMissingAccounts: false });
  });
});

describe('an account that the user did not choose', () => {
  const mortgage = (title: string) =>
    bankAccount({ title, accountNumber: '7700001', category: 'Credits', type: 'Mortgage' });

  /** Ann shares the first of these accounts. */
  async function shareFirst(...accounts: Parameters<typeof testUser>[0]['accounts']) {
    const store = createMemoryStore();
    const people = [testUser({ username: 'parts', accounts })];
    const server = startTestServer({
      sandbox: { pendingPolls: 0, people },
      server: { store, webhook: { secrets: [secret] } },
    });
    const { sandbox, clock, clientOf } = server;
    // The same login in another app, to which it shows all accounts.
    let detail = {};
    const elsewhere = startTestServer({
      beside: server,
      flinks: {
        async fetch(request) {
          const answer = await sandbox.fetch(request);
          if (request.url.endsWith('/GetAccountsDetail')) detail = await answer.clone().json();
          return answer;
        },
      },
    }).clientOf('ann');
    const other = await elsewhere.openSession({});
    const { sessionId } = await clientOf('ann').openSession({});
    const { loginId, accountIds } = sandbox.login({ username: 'parts' });
    const [first = '', second = ''] = accountIds;
    const { id } = await clientOf('ann').linkConnection({ sessionId, loginId, accountIds: [first] });
    const deliver = async () => {
      const linked = await elsewhere.linkConnection({ sessionId: other.sessionId, loginId, accountIds });
      await elsewhere.getAccounts(linked.id);
      await server.flinks.handler(signedDelivery({ ResponseType: 'GetAccountsDetail', ...detail }));
      const { accounts: shown } = await clientOf('ann').getAccounts(id);
      return shown.map((account) => account.id);
    };
    const readBy = async (fetch: (request: Request) => Promise<Response>) => {
      const later = startTestServer({ beside: { clock, sandbox }, server: { store }, flinks: { fetch } });
      clock.advance(10 * 60_000);
      await later.clientOf('ann').refreshConnection(id);
      const { accounts: shown } = await later.clientOf('ann').getAccounts(id);
      return shown.map((account) => account.id);
    };
    return { sandbox, accountIds, first, second, deliver, readBy };
  }

  test.each([
    ['of the same name', 'Mortgage', 'Mortgage'],
    ['of another name', 'Fixed', 'Variable'],
  ])(
    'is never shown in place of one with the same number that a Detail lacks: %s',
    async (_name, one, two) => {
      const { sandbox, first, readBy } = await shareFirst(mortgage(one), mortgage(two));
      expect(await readBy(sandbox.fetch)).toEqual([first]);
      expect(await readBy(without(sandbox, first))).toEqual([]);
      expect(await readBy(sandbox.fetch), 'once the bank lists it again').toEqual([first]);
    },
  );

  test('is not shown either when it is new and looks different', async () => {
    const { sandbox, first, second, readBy } = await shareFirst(mortgage('Fixed'), mortgage('Variable'));
    expect(await readBy(sandbox.fetch)).toEqual([first]);
    expect(await readBy(without(withOtherIds({ sandbox }, [second]), first))).toEqual([]);
  });

  test('is not shown either where a delivery came before the first Summary', async () => {
    const { sandbox, first, deliver, readBy } = await shareFirst(mortgage('Mortgage'), mortgage('Mortgage'));
    expect(await deliver()).toEqual([first]);
    expect(await readBy(without(sandbox, first))).toEqual([]);
    expect(await readBy(sandbox.fetch), 'once the bank lists it again').toEqual([first]);
  });
});

import { createManualClock, createSandbox } from '@flinks-kit/sandbox';
import { describe, expect, test, vi } from 'vitest';
import { createFlinksClient, type FlinksBody, login } from '../../test/flinksClient.ts';
import { ticks } from '../../test/ticks.ts';
import { openWidget } from '../../test/widgetPage.ts';

async function authorized(options: Parameters<typeof createSandbox>[0] = {}, username = 'greatday_nomfa') {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, ...options });
  const flinks = createFlinksClient(sandbox);
  const { body } = await flinks.authorize(login(username));
  return { clock, sandbox, flinks, RequestId: String(body['RequestId']), LoginId: String(body['Login'].Id) };
}

describe('GetAccountsSummary', () => {
  test("gives Flinks Capital's nine accounts with their ratios and without Type, Login or routing", async () => {
    const { flinks, RequestId } = await authorized();
    const { status, body } = await flinks.post('/GetAccountsSummary', { RequestId });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'HttpStatusCode',
      'Accounts',
      'Links',
      'InstitutionName',
      'InstitutionId',
      'Institution',
      'RequestId',
    ]);
    expect(body['Accounts']).toHaveLength(9);
    expect(Object.keys(body['Accounts'][0])).toEqual([
      'EftEligibleRatio',
      'ETransferEligibleRatio',
      'Title',
      'AccountNumber',
      'LastFourDigits',
      'Balance',
      'Category',
      'Currency',
      'Holder',
      'AccountType',
      'Id',
    ]);
  });

  test('has Type and Login in the shape of the docs', async () => {
    const { flinks, RequestId } = await authorized({ shape: 'docs' });
    const { body } = await flinks.post('/GetAccountsSummary', { RequestId });
    expect(body['Login'].Username).toBe('greatday_nomfa');
    expect(body['Accounts'][8].Type).toBe('CreditCard');
  });
});

describe('GetAccountsDetail', () => {
  test('is 202 with literal placeholders at first, then the data without ratios', async () => {
    const { flinks, RequestId } = await authorized();
    const first = await flinks.post('/GetAccountsDetail', { RequestId });
    expect(first.status).toBe(202);
    expect(first.text).toBe(
      `{"FlinksCode":"OPERATION_PENDING","Links":[{"rel":"{Endpoint}Async","href":"/{Endpoint}Async","example":"/{Endpoint}Async/{requestId}"}],"HttpStatusCode":202,"Message":"Your operation is still processing","RequestId":"${RequestId}"}`,
    );
    expect((await flinks.get(`/GetAccountsDetailAsync/${RequestId}`)).status).toBe(202);
    const { status, body } = await flinks.get(`/GetAccountsDetailAsync/${RequestId}`);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'HttpStatusCode',
      'Accounts',
      'InstitutionName',
      'Login',
      'InstitutionId',
      'Institution',
      'RequestId',
    ]);
    expect(Object.keys(body['Accounts'][5])).toEqual([
      'Transactions',
      'TransitNumber',
      'InstitutionNumber',
      'OverdraftLimit',
      'Title',
      'AccountNumber',
      'LastFourDigits',
      'Balance',
      'Category',
      'Type',
      'Currency',
      'Holder',
      'AccountType',
      'Id',
    ]);
  });

  test('cuts to the accounts and the parts that were asked for', async () => {
    const { flinks, RequestId } = await authorized({ pendingPolls: 0 });
    const summary = await flinks.post('/GetAccountsSummary', { RequestId });
    const chequing = summary.body['Accounts'][5].Id;
    const { body } = await flinks.post('/GetAccountsDetail', {
      RequestId,
      AccountsFilter: [chequing],
      WithAccountIdentity: false,
      WithKYC: false,
      WithTransactions: false,
      WithBalance: false,
    });
    expect(body['Accounts']).toEqual([
      expect.objectContaining({
        Id: chequing,
        Transactions: [],
        TransitNumber: null,
        InstitutionNumber: null,
        AccountNumber: null,
        Holder: null,
        Balance: { Available: null, Current: null, Limit: null },
      }),
    ]);
  });

  test('gives a transaction a day, as old as asked for: money out on even days since 2015, in on odd ones', async () => {
    const { flinks, RequestId } = await authorized({ pendingPolls: 0 });
    const { body } = await flinks.post('/GetAccountsDetail', { RequestId, DaysOfTransactions: 'Days365' });
    const counts = body['Accounts'].map((account: FlinksBody) => account['Transactions'].length);
    expect(counts).toEqual(Array(9).fill(365));
    const { Transactions } = body['Accounts'][5];
    expect(Transactions[0]).toMatchObject({
      Date: '2026-01-15',
      Description: 'TrxChe@De36.68',
      Debit: 36.68,
      Credit: null,
      Balance: 50_000,
    });
    expect(Transactions[1]).toMatchObject({
      Date: '2026-01-14',
      Credit: 36.67,
      Debit: null,
      Balance: 50_036.68,
    });
  });

  test.each([
    [undefined, 90],
    ['Days90', 90],
    ['Days365', 365],
  ])('goes back as far as DaysOfTransactions: %s', async (DaysOfTransactions, count) => {
    const { flinks, RequestId } = await authorized({ pendingPolls: 0 });
    const { body } = await flinks.post('/GetAccountsDetail', { RequestId, DaysOfTransactions });
    expect(body['Accounts'][0].Transactions).toHaveLength(count);
  });

  test("gives chat_gpt the account of Flinks' sample, with its 25 days", async () => {
    const { flinks, RequestId } = await authorized({ pendingPolls: 0 }, 'chat_gpt');
    const { body } = await flinks.post('/GetAccountsDetail', { RequestId });
    expect(body['Login'].Username).toBe('chat_gpt');
    expect(body['Accounts']).toEqual([
      expect.objectContaining({
        Title: 'Chequing Account',
        AccountNumber: '7641238',
        TransitNumber: '12347',
        InstitutionNumber: '777',
      }),
    ]);
    const { Transactions } = body['Accounts'][0];
    expect(Transactions.map(({ Date }: FlinksBody) => Date)).toEqual(
      Array.from({ length: 25 }, (_, age) => `2025-01-${String(31 - age).padStart(2, '0')}`),
    );
    expect(new Set(Transactions.map(({ Id }: FlinksBody) => Id)).size).toBe(25);
    expect(Transactions[24]).toMatchObject({ Description: 'Initial deposit', Credit: 2000, Balance: 2000 });
    expect(Transactions[0]).toMatchObject({ Debit: 1000.4, Credit: 1500.25, Balance: 5105.6 });
  });

  test('dispatches what takes the bank more than 210 seconds', async () => {
    const { flinks, RequestId } = await authorized({}, 'test_dispatched');
    const { body } = await flinks.post('/GetAccountsDetail', { RequestId });
    expect(body).toMatchObject({
      FlinksCode: 'OPERATION_DISPATCHED',
      Message: 'Your operations had been dispatched to background process for long running jobs',
    });
  });

  test('lets a caller wait for 210 seconds, and not longer', async () => {
    const { clock, flinks, RequestId } = await authorized({}, 'sandbox_held');
    const answered = vi.fn<(answer: { body: FlinksBody }) => void>();
    const asked = flinks.post('/GetAccountsDetail', { RequestId }).then(answered);
    await ticks();
    clock.advance(210_000 - 1);
    await ticks();
    expect(answered).not.toHaveBeenCalled();
    clock.advance(1);
    await asked;
    expect(answered.mock.lastCall?.[0].body['FlinksCode']).toBe('OPERATION_DISPATCHED');
  });

  test('can take time instead of polls', async () => {
    const { clock, flinks, RequestId } = await authorized({ collectionMs: 4000 });
    await flinks.post('/GetAccountsDetail', { RequestId });
    clock.advance(3999);
    expect((await flinks.get(`/GetAccountsDetailAsync/${RequestId}`)).status).toBe(202);
    clock.advance(1);
    expect((await flinks.get(`/GetAccountsDetailAsync/${RequestId}`)).status).toBe(200);
  });

  test('stays pending for test_pending', async () => {
    const { flinks, RequestId } = await authorized({}, 'test_pending');
    const statuses = [];
    for (let poll = 0; poll < 11; poll += 1) {
      statuses.push((await flinks.post('/GetAccountsDetail', { RequestId })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(202), 200]);
  });
});

describe('accounts as odd as banks make them', () => {
  async function oddOnes() {
    const { flinks, RequestId } = await authorized({ pendingPolls: 0 }, 'sandbox_every_account');
    const summary = await flinks.post('/GetAccountsSummary', { RequestId });
    const detail = await flinks.post('/GetAccountsDetail', { RequestId });
    return (title: string) =>
      [summary, detail].map(({ body }) => body['Accounts'].find(({ Title }: FlinksBody) => Title === title));
  }

  test.each([
    ['Number of 24 digits', { AccountNumber: '000012345678901234567890' }],
    [
      'Number with dashes',
      { AccountNumber: '001-12345-67', TransitNumber: '00012', InstitutionNumber: '001' },
    ],
    ['Compte d’épargne « Été »', { Type: 'Savings', Currency: 'CAD' }],
    ['Chequing in US dollars', { Currency: 'USD' }],
    ['Words that Flinks never sent', { Category: 'Crypto', Type: 'Wallet', Currency: 'XBT' }],
    ['Overdrawn', { OverdraftLimit: 500, Balance: { Available: 499.99, Current: -0.01, Limit: 500 } }],
    [
      'Nothing but a title',
      {
        ...{ AccountNumber: null, TransitNumber: null, InstitutionNumber: null, OverdraftLimit: null },
        ...{ LastFourDigits: null, Balance: { Available: null, Current: null, Limit: null }, Category: null },
        ...{ Type: null, Currency: null, Holder: null, AccountType: null, Transactions: [] },
      },
    ],
  ])('%s', async (title, expected) => {
    const find = await oddOnes();
    const [, detail] = find(title);
    expect(detail).toMatchObject(expected);
  });

  test('ratios lie between none and all, and an unknown one is left out rather than null', async () => {
    const find = await oddOnes();
    const ratiosOf = (title: string) => {
      const [{ EftEligibleRatio, ETransferEligibleRatio }] = find(title);
      return [EftEligibleRatio, ETransferEligibleRatio];
    };
    expect(ratiosOf('Compte d’épargne « Été »')).toEqual([0.42, 0]);
    expect(ratiosOf('Chequing in US dollars')).toEqual([0.99, 0.5]);
    expect(ratiosOf('Nothing but a title')).toEqual([undefined, undefined]);
    const [nothing] = find('Nothing but a title');
    expect(Object.keys(nothing)).not.toContain('EftEligibleRatio');
  });
});

describe('a RequestId', () => {
  test.each([
    ['seven minutes unused', 7, 200],
    ['eight minutes unused', 8, 400],
  ])('%s', async (_, minutes, status) => {
    const { clock, flinks, RequestId } = await authorized();
    clock.advance(minutes * 60_000);
    expect((await flinks.post('/GetAccountsSummary', { RequestId })).status).toBe(status);
  });

  test('expires after thirty minutes of processing', async () => {
    const { clock, flinks, RequestId } = await authorized();
    await flinks.post('/GetAccountsDetail', { RequestId });
    clock.advance(30 * 60_000 - 1);
    expect((await flinks.get(`/GetAccountsDetailAsync/${RequestId}`)).status).toBe(202);
    clock.advance(1);
    expect((await flinks.get(`/GetAccountsDetailAsync/${RequestId}`)).body['FlinksCode']).toBe(
      'SESSION_EXPIRED',
    );
  });

  test.each([
    ['eight-minutes', 200],
    ['consumed', 400],
  ] as const)('after the data: %s', async (requestIdAfterDetail, status) => {
    const { clock, flinks, RequestId } = await authorized({ requestIdAfterDetail, pendingPolls: 0 });
    await flinks.post('/GetAccountsDetail', { RequestId });
    expect((await flinks.post('/GetAccountsSummary', { RequestId })).status).toBe(status);
    clock.advance(8 * 60_000);
    expect((await flinks.post('/GetAccountsSummary', { RequestId })).status).toBe(400);
  });

  test.each([
    ['POST', '/GetAccountsSummary', { RequestId: 'absent' }],
    ['GET', '/GetAccountsSummaryAsync/absent', undefined],
    ['POST', '/GetAccountsDetail', { RequestId: 'absent' }],
    ['GET', '/GetAccountsDetailAsync/absent', undefined],
  ])('that is unknown is named in the refusal: %s %s', async (method, path, body) => {
    const { flinks } = await authorized();
    expect((await flinks.send(method, path, body)).body).toEqual({
      HttpStatusCode: 400,
      Message: 'RequestId absent is invalid or session has ended',
      FlinksCode: 'SESSION_NONEXISTENT',
    });
  });

  test('opens nothing before the questions are answered', async () => {
    const { flinks } = await authorized();
    const { body } = await flinks.authorize(login('Greatday'));
    const { RequestId } = body;
    for (const path of ['/GetAccountsSummary', '/GetAccountsDetail', '/GetStatements']) {
      const { body: refused } = await flinks.post(path, { RequestId });
      expect([refused['HttpStatusCode'], refused['FlinksCode']]).toEqual([401, 'UNAUTHORIZED']);
    }
  });
});

describe('the accounts of the sandbox', () => {
  test('a login made by the test itself opens like one that the widget made', async () => {
    const { clock, sandbox, flinks } = await authorized();
    clock.advance(60_000);
    const made = sandbox.login({ username: 'Greatday' });
    const { body } = await flinks.authorize({ LoginId: made.loginId, MostRecentCached: true });
    expect(body['Login'].LastRefresh).toMatch(/^2026-01-15T12:01:00\.\d{7}$/);
    const summary = await flinks.post('/GetAccountsSummary', { RequestId: body['RequestId'] });
    expect(summary.body['Accounts'].map(({ Id }: { Id: string }) => Id)).toEqual(made.accountIds);
  });

  test('a login of an unknown user is refused with the known names', async () => {
    const { sandbox } = await authorized();
    expect(() => sandbox.login({ username: 'Badday' })).toThrow(/no test user called "Badday".*Greatday/);
  });

  test('the journal is a ring: it keeps the last calls, and only so many', async () => {
    const { sandbox, flinks } = await authorized({ journalLimit: 3 });
    for (const name of ['first', 'second', 'third']) await flinks.authorize(login(name));
    expect(sandbox.journal.entries().map(({ endpoint, request }) => [endpoint, request])).toEqual([
      ['Authorize', expect.objectContaining({ Username: 'second' })],
      ['GenerateAuthorizeToken', null],
      ['Authorize', expect.objectContaining({ Username: 'third' })],
    ]);
    expect(sandbox.journal.calls('Authorize')).toHaveLength(2);
    sandbox.journal.clear();
    expect(sandbox.journal.entries()).toEqual([]);
  });

  test('the journal shows the calls with secrets masked', async () => {
    const { sandbox, flinks } = await authorized();
    await flinks.authorize(login('Greatday', 'hunter2'));
    expect(JSON.stringify(sandbox.journal.entries())).not.toMatch(/hunter2|sandbox-secret-key/);
    expect(sandbox.journal.calls('Authorize').at(-1)).toMatchObject({
      status: 401,
      flinksCode: 'INVALID_LOGIN',
      request: { Username: 'Greatday', Password: '•••' },
    });
  });

  test('the journal masks what is typed into the widget, and the token of its address', async () => {
    const { sandbox, flinks } = await authorized();
    const authorizeToken = await flinks.mint();
    const page = await openWidget(sandbox, { authorizeToken, consentEnable: 'false' });
    await page.act('choose', { choice: 'FlinksCapital' });
    await page.act('submit', { username: 'Greatday', password: 'Everyday' });
    await page.act('submit', { answer0: 'Atlantis' });
    const log = JSON.stringify(sandbox.journal.entries());
    expect(log).toContain('INVALID_SECURITY_RESPONSE');
    expect(log).not.toMatch(new RegExp(`${authorizeToken}|Everyday|Atlantis`));
  });

  test('the same seed gives the same ids, questions and transactions, another seed others', async () => {
    const converse = async (seed: string): Promise<readonly FlinksBody[]> => {
      const { flinks, RequestId } = await authorized({ seed, pendingPolls: 0 });
      const detail = await flinks.post('/GetAccountsDetail', { RequestId });
      const asked: FlinksBody[] = [];
      for (let context = 0; context < 10; context += 1)
        asked.push((await flinks.authorize(login('Greatday'))).body);
      return [detail.body, ...asked];
    };
    const [first, again, other] = [await converse('a'), await converse('a'), await converse('b')];
    expect(again).toEqual(first);

    const idsOf = (bodies: readonly FlinksBody[]) => bodies.map((body) => body['RequestId']);
    const questionsOf = (bodies: readonly FlinksBody[]) =>
      bodies.slice(1).map((body) => body['SecurityChallenges'][0].Prompt);
    expect(new Set([...idsOf(first), ...idsOf(other)]).size).toBe(22);
    expect(questionsOf(other)).not.toEqual(questionsOf(first));
  });
});

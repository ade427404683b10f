import { createManualClock, createSandbox, type SandboxOptions } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createFlinksClient, login } from '../../test/flinksClient.ts';
import { flinksCapitalQuestions } from '../people/testUsers.ts';

const noWebhook: SandboxOptions['webhook'] = {
  url: 'https://app.example/webhook',
  secret: 'webhook-secret',
  fetch: async () => new Response(null, { status: 200 }),
};

function start(options: SandboxOptions = {}) {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, ...options });
  return { clock, sandbox, flinks: createFlinksClient(sandbox) };
}

describe('the other endpoints of the sandbox', () => {
  describe('SetScheduledRefresh', () => {
    test.each([
      [true, 'activated'],
      [false, 'deactivated'],
    ])('answers a bare string: %s', async (isActivated, word) => {
      const { sandbox, flinks } = start();
      const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
      const { text } = await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated });
      expect(text).toBe(`"LoginId ${loginId} has now been ${word} for automatic refresh"`);
      const { body } = await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
      expect(body['Login'].IsScheduledRefresh).toBe(isActivated);
    });
  });

  test('SetScheduledRefresh refuses a login that it does not know', async () => {
    const { flinks } = start();
    const loginId = '00000000-0000-4000-8000-000000000000';
    const { body } = await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
    expect(body).toEqual({
      HttpStatusCode: 400,
      Message: `The login '${loginId}' is invalid.`,
      FlinksCode: 'INVALID_REQUEST',
    });
  });

  describe('the nightly refresh', () => {
    test('refreshes live, and cached Authorize returns the new time', async () => {
      const { clock, sandbox, flinks } = start();
      const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
      await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
      clock.advance(12 * 3_600_000);
      sandbox.refreshNightly();
      const { body } = await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
      expect(body['Login'].LastRefresh).toMatch(/^2026-01-16T00:00:00/);
    });

    test('fails when the bank asks: cached Authorize replays it, its RequestId still opens the older data', async () => {
      const { sandbox, flinks } = start();
      const { loginId } = sandbox.login({ username: 'Greatday' });
      await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
      sandbox.refreshNightly();

      const cached = await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
      expect(cached).toMatchObject({
        status: 401,
        body: {
          HttpStatusCode: 401,
          FlinksCode: 'QUESTION_NOT_FOUND',
          Links: [{ rel: 'Authorization', href: '/Authorize', example: null }],
        },
      });
      const older = await flinks.post('/GetAccountsSummary', { RequestId: cached.body['RequestId'] });
      expect(older.body['Accounts']).toHaveLength(9);

      const status = await flinks.bearer('/GetNightlyRefreshStatus');
      expect(status.body['IneligibleCards']).toEqual([
        {
          LoginId: loginId,
          LastRefreshDate: expect.stringMatching(/^2026-01-15T12:00:00\.\d{7}$/),
          LastRefreshState: 'AnsweringSecurityChallenge',
          LastRefreshErrorCode: 'QUESTION_NOT_FOUND',
        },
      ]);
    });

    test('ends with a live refresh that the user answers', async () => {
      const { sandbox, flinks } = start();
      const { loginId } = sandbox.login({ username: 'Greatday' });
      await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
      sandbox.refreshNightly();

      const token = await flinks.mint();
      const asked = await flinks.authorize({ LoginId: loginId, MostRecentCached: false, Save: true }, token);
      expect(asked.status).toBe(203);
      const [{ Prompt }] = asked.body['SecurityChallenges'];
      const answer = flinksCapitalQuestions.find(({ prompt }) => prompt.en === Prompt)?.answer;
      await flinks.authorize(
        { RequestId: asked.body['RequestId'], SecurityResponses: { [Prompt]: [answer] } },
        token,
      );
      expect((await flinks.authorize({ LoginId: loginId, MostRecentCached: true })).status).toBe(200);
      expect((await flinks.bearer('/GetNightlyRefreshStatus')).body['IneligibleCards']).toEqual([]);
    });

    test.each([
      ['QUESTION_NOT_FOUND', 'AnsweringSecurityChallenge'],
      ['INVALID_PASSWORD', null],
    ])(
      'passes over a login whose last Authorize a fault refused with %s, until the next',
      async (code, state) => {
        const { sandbox, flinks } = start();
        const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
        await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
        sandbox.faults.add({ kind: 'code', flinksCode: code, endpoint: 'Authorize', times: 1 });
        await flinks.authorize({ LoginId: loginId, MostRecentCached: false });
        const status = await flinks.bearer('/GetNightlyRefreshStatus');
        expect(status.body['IneligibleCards']).toMatchObject([
          { LoginId: loginId, LastRefreshState: state, LastRefreshErrorCode: code },
        ]);
        expect((await flinks.authorize({ LoginId: loginId, MostRecentCached: true })).status).toBe(200);
        expect((await flinks.bearer('/GetNightlyRefreshStatus')).body['IneligibleCards']).toEqual([]);
      },
    );

    test('is not stopped by a fault with a code that it tolerates', async () => {
      const { sandbox, flinks } = start();
      const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
      await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
      sandbox.faults.add({ kind: 'code', flinksCode: 'RETRY_LATER', endpoint: 'Authorize', times: 1 });
      await flinks.authorize({ LoginId: loginId, MostRecentCached: false });
      expect((await flinks.bearer('/GetNightlyRefreshStatus')).body['IneligibleCards']).toEqual([]);
    });

    describe('passes over a login without a cached call for a week', () => {
      const day = 86_400_000;
      const afterNightlyRuns = async (
        runs: number,
        options: SandboxOptions = {},
        openOn: number | null = null,
      ) => {
        const { clock, sandbox, flinks } = start(options);
        const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
        await flinks.send('PATCH', '/SetScheduledRefresh', { loginId, isActivated: true });
        for (let run = 1; run <= runs; run += 1) {
          clock.advance(day);
          if (run === openOn) await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
          sandbox.refreshNightly();
        }
        const { body } = await flinks.bearer('/GetNightlyRefreshStatus');
        return body['IneligibleCards'].length;
      };

      test.each([
        ['seven runs', 7, {}, null, 0],
        ['eight runs', 8, {}, null, 1],
        ['eight runs, opened on the third', 8, {}, 3, 0],
        ['eight runs of a customer with webhooks', 8, { webhook: noWebhook }, null, 0],
      ] as const)('%s', async (_, runs, options, openOn, ineligible) => {
        expect(await afterNightlyRuns(runs, options, openOn)).toBe(ineligible);
      });
    });

    test('wants the API secret as bearer, not the api key', async () => {
      const { flinks } = start();
      expect((await flinks.get('/GetNightlyRefreshStatus')).body['FlinksCode']).toBe('ACCESS_DENIED');
      expect((await flinks.bearer('/GetNightlyRefreshStatus')).body['IneligibleCards']).toEqual([]);
    });
  });

  describe('DeleteCard', () => {
    test('answers StatusCode, deletes the login, and answers the same again', async () => {
      const { sandbox, flinks } = start();
      const { loginId } = sandbox.login({ username: 'greatday_nomfa' });
      const expected = `{"StatusCode":200,"Message":"All of the information about LoginId ${loginId} has been removed"}`;
      expect((await flinks.send('DELETE', `/DeleteCard/${loginId}`)).text).toBe(expected);
      expect((await flinks.send('DELETE', `/DeleteCard/${loginId}`)).text).toBe(expected);
      const gone = await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
      expect(gone.body).toMatchObject({
        FlinksCode: 'INVALID_LOGIN',
        Message: 'The LoginId provided is either invalid or does not belong to the CustomerId',
      });
    });

    test('can be strict about a login that it does not know', async () => {
      const { flinks } = start({ deleteCard: 'strict' });
      const { body } = await flinks.send('DELETE', `/DeleteCard/${crypto.randomUUID()}`);
      expect(body['FlinksCode']).toBe('INVALID_LOGIN');
    });

    test('waits while the card is being processed', async () => {
      const { clock, flinks } = start();
      const { body } = await flinks.authorize(login('greatday_nomfa'));
      const path = `/DeleteCard/${body['Login'].Id}`;
      expect((await flinks.send('DELETE', path)).body).toMatchObject({
        HttpStatusCode: 400,
        FlinksCode: 'CARD_IN_USE',
      });
      clock.advance(8 * 60_000);
      expect((await flinks.send('DELETE', path)).status).toBe(200);
    });
  });

  describe('AuthorizeAsync', () => {
    test('is 202, then 203, takes the answer as 202, then is 200', async () => {
      const { flinks, sandbox } = start();
      const token = await flinks.mint();
      const post = (body: unknown) =>
        flinks.call('POST', '/AuthorizeAsync', { 'flinks-auth-key': token }, body);
      const first = await post({ ...login('Greatday'), MostRecentCached: false });
      const RequestId = first.body['RequestId'];
      const statuses = [first.status, (await post({ RequestId })).status];
      const asked = await post({ RequestId });
      const [{ Prompt }] = asked.body['SecurityChallenges'];
      const right: Record<string, string> = { city: 'Montreal', best: 'Canada', shape: 'Triangle' };
      const [, answer = ''] = Object.entries(right).find(([word]) => String(Prompt).includes(word)) ?? [];
      const answered = await post({ RequestId, SecurityResponses: { [Prompt]: [answer] } });
      statuses.push(asked.status, answered.status, (await post({ RequestId })).status);
      const done = await post({ RequestId });
      expect([...statuses, done.status]).toEqual([202, 202, 203, 202, 202, 200]);
      expect(done.body['Login'].Id).toBe(sandbox.login({ username: 'Greatday' }).loginId);
    });
  });

  describe('GetStatements', () => {
    test.each([
      ['greatday_nomfa', undefined, 0],
      ['sandbox_statements', undefined, 1],
      ['sandbox_statements', 'Months3', 3],
      ['sandbox_statements', 'Months12', 12],
    ])('%s %s', async (username, NumberOfStatements, count) => {
      const { flinks } = start();
      const { body } = await flinks.authorize(login(username));
      const statements = await flinks.post('/GetStatements', {
        RequestId: body['RequestId'],
        NumberOfStatements,
      });
      expect(statements.body['StatementsByAccount']).toHaveLength(9);
      const [, business] = statements.body['StatementsByAccount'];
      expect(business.AccountNumber).toBe('BA12345');
      expect(business.Statements).toHaveLength(count);
      for (const { Base64Bytes } of business.Statements) expect(atob(Base64Bytes)).toMatch(/^%PDF-/);
    });

    test('refuses a stale RequestId without naming it', async () => {
      const { flinks } = start();
      const { text } = await flinks.post('/GetStatements', { RequestId: crypto.randomUUID() });
      expect(text).toBe(
        '{"HttpStatusCode":400,"Message":"RequestId is invalid or session has ended","FlinksCode":"SESSION_NONEXISTENT"}',
      );
    });
  });

  describe('institutions and questions', () => {
    test('are listed by pages', async () => {
      const { flinks } = start();
      const { body } = await flinks.get('/Institutions?skip=0&take=1');
      expect(body).toEqual({
        Data: [
          {
            Id: 14,
            Localizations: [
              {
                Language: 'en',
                Name: 'Flinks Capital',
                Urls: [{ Type: 'Main', Url: 'https://bank.example/' }],
              },
              {
                Language: 'fr',
                Name: 'Flinks Capital',
                Urls: [{ Type: 'Main', Url: 'https://bank.example/' }],
              },
            ],
            Status: 'Enabled',
            Country: 'CA',
          },
        ],
        Count: 14,
      });
      const found = await flinks.get('/Institutions/RoutingNumber/000000000');
      expect(found.body).toMatchObject({ Id: 9004, RoutingNumbers: ['000000000'] });
    });

    test('are asked and answered', async () => {
      const { flinks, sandbox } = start();
      const { loginId } = sandbox.login({ username: 'Greatday' });
      const { body } = await flinks.get(`/GetMFAQuestions/${loginId}`);
      expect(body).toMatchObject({
        Message: 'SUCCESS',
        Questions: [{ Question: 'What city were you born in?' }, {}, {}],
      });
      const answered = await flinks.send('PATCH', '/AnswerMFAQuestions', { loginId, Questions: [] });
      expect(answered.body).toEqual({ Message: 'Answers updated' });
    });
  });

  test('an instance without an endpoint answers METHOD_NOT_AVAILABLE, and no longer links to it', async () => {
    const { flinks } = start({ without: ['GetStatements'] });
    const { body } = await flinks.authorize(login('greatday_nomfa'));
    expect(body['Links'].map(({ rel }: { rel: string }) => rel)).toEqual([
      'AccountsDetail',
      'AccountsSummary',
    ]);
    const { RequestId } = body;
    expect((await flinks.post('/GetStatements', { RequestId })).body['FlinksCode']).toBe(
      'METHOD_NOT_AVAILABLE',
    );
  });
});

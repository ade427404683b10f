import { createManualClock, createSandbox } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createFlinksClient, login } from '../../test/flinksClient.ts';

const answers: Record<string, string> = {
  'What city were you born in?': 'Montreal',
  'What is the best country on earth?': 'Canada',
  'What shape do people like most?': 'Triangle',
};

function start(options: Parameters<typeof createSandbox>[0] = {}) {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, ...options });
  return { clock, sandbox, flinks: createFlinksClient(sandbox) };
}

describe('Authorize', () => {
  describe('tokens', () => {
    test('a token opens one conversation and no second one', async () => {
      const { flinks } = start();
      const token = await flinks.mint();
      expect((await flinks.authorize(login('greatday_nomfa'), token)).status).toBe(200);
      expect(await flinks.authorize(login('greatday_nomfa'), token)).toMatchObject({
        status: 401,
        body: { HttpStatusCode: 401, Message: 'You must provide a valid authorize token' },
      });
    });

    test('an unused token dies after thirty minutes, not before', async () => {
      const { clock, flinks } = start();
      const [early, late] = [await flinks.mint(), await flinks.mint()];
      clock.advance(30 * 60_000 - 1);
      expect((await flinks.authorize(login('greatday_nomfa'), early)).status).toBe(200);
      clock.advance(1);
      expect((await flinks.authorize(login('greatday_nomfa'), late)).status).toBe(401);
    });

    test('the other page of Flinks gives it fifteen', async () => {
      const { clock, flinks } = start({ tokenLifeMs: 15 * 60_000 });
      const token = await flinks.mint();
      clock.advance(15 * 60_000);
      expect((await flinks.authorize(login('greatday_nomfa'), token)).status).toBe(401);
    });

    test('a wrong secret is refused with exactly three keys', async () => {
      const { flinks } = start();
      const { text } = await flinks.call('POST', '/GenerateAuthorizeToken', { 'flinks-auth-key': 'no' });
      expect(text).toBe(
        '{"HttpStatusCode":401,"Message":"You must provide a valid auth key","FlinksCode":"UNAUTHORIZED"}',
      );
    });
  });

  describe('a login with a question', () => {
    test('asks, takes the answer with the same token, and keeps the RequestId', async () => {
      const { flinks } = start();
      const token = await flinks.mint();
      const asked = await flinks.authorize({ ...login('Greatday'), Tag: 'cart-7' }, token);
      expect(Object.keys(asked.body)).toEqual([
        'HttpStatusCode',
        'Links',
        'Tag',
        'SecurityChallenges',
        'InstitutionName',
        'InstitutionId',
        'Institution',
        'RequestId',
      ]);
      const [challenge] = asked.body['SecurityChallenges'];
      const answered = await flinks.authorize(
        {
          RequestId: asked.body['RequestId'],
          SecurityResponses: { [challenge.Prompt]: [answers[challenge.Prompt]] },
        },
        token,
      );
      expect(answered).toMatchObject({
        status: 200,
        body: {
          RequestId: asked.body['RequestId'],
          Tag: 'cart-7',
          Login: { Username: 'Greatday', Type: null },
        },
      });
      expect(Object.keys(answered.body)).toEqual([
        'HttpStatusCode',
        'Links',
        'Tag',
        'InstitutionName',
        'Login',
        'InstitutionId',
        'Institution',
        'RequestId',
      ]);
    });

    test.each([
      ['a wrong answer', { right: 'Atlantis' }, 401, 'INVALID_SECURITY_RESPONSE'],
      ['a prompt that was not asked', { other: 'Canada' }, 401, 'UNKNOWN_CHALLENGE_KEY'],
      ['no answer', {}, 203, undefined],
      ['an empty answer', { right: ' ' }, 203, undefined],
    ] as const)('%s', async (_, given, status, code) => {
      const { flinks } = start();
      const token = await flinks.mint();
      const { body } = await flinks.authorize(login('Greatday'), token);
      const prompt = body['SecurityChallenges'][0].Prompt;
      const SecurityResponses = Object.fromEntries(
        Object.entries(given).map(([key, answer]) => [key === 'right' ? prompt : 'Another?', [answer]]),
      );
      const answered = await flinks.authorize({ RequestId: body['RequestId'], SecurityResponses }, token);
      expect(answered.status).toBe(status);
      expect(answered.body['FlinksCode']).toBe(code);
    });

    test('waits eight minutes for the answer', async () => {
      const { clock, flinks } = start();
      const token = await flinks.mint();
      const { body } = await flinks.authorize(login('Greatday'), token);
      clock.advance(8 * 60_000);
      const late = await flinks.authorize({ RequestId: body['RequestId'], SecurityResponses: {} }, token);
      expect(late.body).toMatchObject({ HttpStatusCode: 401, FlinksCode: 'SESSION_EXPIRED' });
    });

    test('is asked a sum at a bank in the United States', async () => {
      const { flinks } = start();
      const token = await flinks.mint();
      const asked = await flinks.authorize({ ...login('Greatday'), Institution: 'SandboxUsBank' }, token);
      expect(asked.body['SecurityChallenges']).toEqual([
        expect.objectContaining({ Prompt: 'How much is 2 + 2', Type: 'QuestionAndAnswer' }),
      ]);
      const { RequestId } = asked.body;
      const opened = await flinks.authorize(
        { RequestId, SecurityResponses: { 'How much is 2 + 2': ['4'] } },
        token,
      );
      expect(opened.status).toBe(200);
    });

    test.each([false, true])('asks one question, with and without WithMFAQuestions: %s', async (flag) => {
      const { flinks } = start();
      const { body } = await flinks.authorize({ ...login('Greatday'), WithMFAQuestions: flag });
      expect(body['SecurityChallenges']).toHaveLength(1);
    });

    test('asks in French when the session is French', async () => {
      const { flinks } = start();
      const { body } = await flinks.authorize({ ...login('Greatday'), Language: 'fr' });
      expect(body['SecurityChallenges'][0].Prompt).toMatch(/^(Où|Quel|Quelle) /);
    });
  });

  test('without Save nothing is kept: Login is null, and the data can be read all the same', async () => {
    const { flinks } = start();
    const { body } = await flinks.authorize({ ...login('greatday_nomfa'), Save: false });
    expect(body['Login']).toBeNull();
    const summary = await flinks.post('/GetAccountsSummary', { RequestId: body['RequestId'] });
    expect(summary.body['Accounts']).toHaveLength(9);
  });

  test('field names are read in any case, as Flinks does', async () => {
    const { flinks } = start();
    const { status } = await flinks.authorize({
      username: 'greatday_nomfa',
      Password: 'Everyday',
      INSTITUTION: 'FlinksCapital',
    });
    expect(status).toBe(200);
  });

  describe('a saved login', () => {
    test('has the same LoginId for ever, and opens from stored data without questions', async () => {
      const { clock, flinks } = start();
      const first = await flinks.authorize(login('greatday_nomfa'));
      clock.advance(180 * 86_400_000);
      const again = await flinks.authorize(login('GREATDAY_nomfa'));
      const loginId = first.body['Login'].Id;
      expect(again.body['Login'].Id).toBe(loginId);
      const cached = await flinks.authorize({ LoginId: loginId, MostRecentCached: true });
      expect(cached).toMatchObject({ status: 200, body: { Login: { Id: loginId } } });
      expect(cached.body['Login'].LastRefresh).toMatch(/^2026-07-14T12:00:00\.\d{7}$/);
    });
  });

  test('only test users can sign in', async () => {
    const { flinks } = start();
    for (const [username, password] of [
      ['a.real.user', 'Everyday'],
      ['Greatday', 'everyday'],
      ['', ''],
    ] as const) {
      const { status, body } = await flinks.authorize(login(username, password));
      expect([status, body['FlinksCode']]).toEqual([401, 'INVALID_LOGIN']);
    }
  });

  describe('the two dialects of 400 and 401', () => {
    test.each([
      ['observed', 400, 401, 400],
      ['help', 400, 400, 400],
      ['docs', 401, 401, 401],
    ] as const)('%s', async (statusDialect, unknownLogin, wrongPassword, malformed) => {
      const { flinks } = start({ statusDialect });
      const statuses = [
        await flinks.authorize({ LoginId: crypto.randomUUID(), MostRecentCached: true }),
        await flinks.authorize(login('Greatday', 'wrong')),
        await flinks.authorize('{"LoginId":'),
      ].map(({ status, body }) => [status, body['FlinksCode']]);
      expect(statuses).toEqual([
        [unknownLogin, 'INVALID_LOGIN'],
        [wrongPassword, 'INVALID_LOGIN'],
        [malformed, 'INVALID_REQUEST'],
      ]);
    });
  });
});

import { createManualClock, createSandbox } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createFlinksClient } from '../../test/flinksClient.ts';

const { secretKey, apiKey, bearer } = createSandbox().credentials;

// Which header opens what (docs/flinks/api.md 1.3). Where the docs leave it open, it is the key of the data endpoints.
const headers = {
  secret: async () => ({ 'flinks-auth-key': secretKey }),
  token: async (mint: () => Promise<string>) => ({ 'flinks-auth-key': await mint() }),
  'api-key': async () => ({ 'x-api-key': apiKey }),
  bearer: async () => ({ authorization: `Bearer ${bearer}` }),
  nothing: async () => ({}),
} as const satisfies Record<string, (mint: () => Promise<string>) => Promise<Record<string, string>>>;

type Key = keyof typeof headers;
const keys = Object.keys(headers).filter((name): name is Key => name in headers);

describe('the keys of a call', () => {
  describe.each<[string, string, Key]>([
    ['POST', '/GenerateAuthorizeToken', 'secret'],
    ['POST', '/Authorize', 'token'],
    ['POST', '/AuthorizeAsync', 'token'],
    ['POST', '/GetAccountsSummary', 'api-key'],
    ['GET', '/GetAccountsSummaryAsync/absent', 'api-key'],
    ['POST', '/GetAccountsDetail', 'api-key'],
    ['GET', '/GetAccountsDetailAsync/absent', 'api-key'],
    ['POST', '/GetStatements', 'api-key'],
    ['GET', '/GetStatementsAsync/absent', 'api-key'],
    ['PATCH', '/SetScheduledRefresh', 'api-key'],
    ['GET', '/GetNightlyRefreshStatus', 'bearer'],
    ['DELETE', '/DeleteCard/absent', 'api-key'],
    ['GET', '/GetMFAQuestions/absent', 'api-key'],
    ['PATCH', '/AnswerMFAQuestions', 'api-key'],
    ['GET', '/Institutions', 'api-key'],
    ['POST', '/FieldMatch', 'api-key'],
    ['POST', '/GetAccountsDetailAsync/unknown', 'api-key'],
  ])('%s %s', (method, path, opens) => {
    test.each(keys)(`is opened by the ${opens} and nothing else: %s`, async (key) => {
      const flinks = createFlinksClient(createSandbox({ clock: createManualClock() }));
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const { body: answer } = await flinks.call(method, path, await headers[key](flinks.mint), body);
      const isShut = ['ACCESS_DENIED', 'UNAUTHORIZED'].includes(String(answer['FlinksCode']));
      expect(isShut).toBe(key !== opens);
      if (isShut) expect(answer['HttpStatusCode']).toBe(401);
    });
  });

  test('a sandbox that needs no token takes a call without one, and still no spent one', async () => {
    const flinks = createFlinksClient(createSandbox({ requireAuthorizeToken: false }));
    const token = await flinks.mint();
    const LoginId = crypto.randomUUID();
    for (const [given, code] of [
      [{}, 'INVALID_LOGIN'],
      [{ 'flinks-auth-key': token }, 'INVALID_LOGIN'],
      [{ 'flinks-auth-key': token }, 'ACCESS_DENIED'],
    ] as const) {
      const { body } = await flinks.call('POST', '/Authorize', given, { LoginId, MostRecentCached: true });
      expect(body['FlinksCode']).toBe(code);
    }
  });

  describe('requireApiKey: false', () => {
    test('data endpoints take a call without x-api-key, and still no wrong one', async () => {
      const flinks = createFlinksClient(createSandbox({ requireApiKey: false }));
      const open = await flinks.call('GET', '/Institutions', {});
      const wrong = await flinks.call('GET', '/Institutions', { 'x-api-key': 'wrong' });
      expect([open.status, wrong.status]).toEqual([200, 401]);
    });
  });

  describe('BankingServices/Token', () => {
    test('returns a bearer that replaces the other keys until it expires', async () => {
      const clock = createManualClock();
      const flinks = createFlinksClient(createSandbox({ clock }));
      const { body } = await flinks.call(
        'POST',
        '/Token/?demoObe=true',
        {},
        { client_id: 'kit', secret: secretKey },
      );
      expect(body).toEqual({ access_token: expect.any(String), expires_in: 3600 });
      const bearing = { authorization: `Bearer ${body['access_token']}` };
      const list = () => flinks.call('GET', '/Institutions', bearing);
      const login = { Institution: 'FlinksCapital', Username: 'greatday_nomfa', Password: 'Everyday' };
      expect((await flinks.call('POST', '/Authorize', bearing, login)).status).toBe(200);
      expect((await list()).status).toBe(200);
      clock.advance(3_600_000);
      expect((await list()).status).toBe(401);
    });

    test('refuses a wrong secret', async () => {
      const flinks = createFlinksClient(createSandbox());
      const { status } = await flinks.call('POST', '/Token', {}, { client_id: 'kit', secret: 'wrong' });
      expect(status).toBe(401);
    });
  });
});

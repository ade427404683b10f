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

describe.each<[string, string, Key]>([
  ['POST', '/GenerateAuthorizeToken', 'secret'],
  ['POST', '/Authorize', 'token'],
  ['POST', '/AuthorizeAsync', 'token'],
  ['POST', '/GetAccountsSummary', 'api-key'],
  ['GET', '/GetAccountsSummaryAsync/nobody', 'api-key'],
  ['POST', '/GetAccountsDetail', 'api-key'],
  ['GET', '/GetAccountsDetailAsync/nobody', 'api-key'],
  ['POST', '/GetStatements', 'api-key'],
  ['GET', '/GetStatementsAsync/nobody', 'api-key'],
  ['PATCH', '/SetScheduledRefresh', 'api-key'],
  ['GET', '/GetNightlyRefreshStatus', 'bearer'],
  ['DELETE', '/DeleteCard/nobody', 'api-key'],
  ['GET', '/GetMFAQuestions/nobody', 'api-key'],
  ['PATCH', '/AnswerMFAQuestions', 'api-key'],
  ['GET', '/Institutions', 'api-key'],
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

import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { secretsThatLeft } from './watchSecrets.ts';
import { startTestServer, testKey, testOrigin } from '../startTestServer.ts';
import { createMemoryStore, type FlinksServerOptions, type FlinksStore } from '../../src/index.ts';

/** Everything that leaves the server by any way but the call to Flinks. */
const left: string[] = [];

/** A store that notes every row that it is given. */
function watched(store: FlinksStore): FlinksStore {
  return {
    ...store,
    insert: (row) => (left.push(JSON.stringify(row)), store.insert(row)),
    replace: (row) => (left.push(JSON.stringify(row)), store.replace(row)),
  };
}

describe('secrets', () => {
  beforeEach(() => {
    left.length = 0;
    for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, way).mockImplementation((...args) => void left.push(inspect(args, { depth: 9 })));
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('no key, LoginId, RequestId, full number or name leaves the server in a whole life of a connection', async () => {
    expect(await secretsThatLeave()).toEqual([]);
  });

  test('what an app exposes on purpose is found', async () => {
    const found = await secretsThatLeave({ expose: ['accountNumber', 'holder'] });
    expect(found).toEqual(['accountNumber', 'cardNumber', 'holder', 'email']);
    // So does the watch over the whole suite.
    expect(secretsThatLeft()).toEqual(['an account number']);
  });
});

async function secretsThatLeave(options: Partial<FlinksServerOptions> = {}): Promise<readonly string[]> {
  const server = startTestServer({
    server: {
      ...options,
      store: watched(createMemoryStore()),
      webhook: { secrets: ['planted-webhook-secret'] },
      onEvent: (event) => void left.push(JSON.stringify(event)),
      onAudit: (entry) => void left.push(JSON.stringify(entry)),
      onWarning: (sentence, cause) =>
        void left.push(sentence + inspect(cause, { depth: 9, showHidden: true })),
    },
  });
  const { sandbox, clock, flinks } = server;
  const requestIds = new Set<string>();
  const call = async (user: string, method: string, path: string, body?: object) => {
    const answer = await flinks.handler(
      new Request(`${testOrigin}/api/flinks${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-flinks-kit': '1', 'x-test-user': user },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    left.push(JSON.stringify([...answer.headers]), text);
    return text.startsWith('{') ? JSON.parse(text) : text;
  };

  const opened = await call('ann', 'POST', '/sessions', { language: 'fr' });
  const login = sandbox.login({ username: 'Greatday' });
  const link = {
    sessionId: opened.sessionId,
    ...login,
    tag: new URL(opened.connectUrl).searchParams.get('tag'),
  };
  const { id } = await call('ann', 'POST', '/connections', link);
  await call('ann', 'POST', '/connections', { ...link, loginId: crypto.randomUUID() });
  await call('bob', 'POST', '/connections', link);
  for (let poll = 0; poll < 4; poll++) {
    await call('ann', 'GET', `/connections/${id}/accounts`);
    clock.advance(10_000);
  }
  await call('ann', 'GET', '/connections');
  await call('ann', 'GET', `/sessions/${opened.sessionId}`);
  await call('ann', 'POST', `/connections/${id}/refresh`, {});
  await call('ann', 'PUT', `/connections/${id}/nightly-refresh`, { enabled: true });
  await flinks.handler(
    new Request(`${testOrigin}/api/flinks/webhook`, {
      method: 'POST',
      body: JSON.stringify({ ResponseType: 'KYC', HttpStatusCode: 200, Login: { Id: login.loginId } }),
      headers: {
        'x-flinks-signature': createHmac('sha256', 'planted-webhook-secret').update('x').digest('base64'),
      },
    }),
  );
  clock.advance(24 * 60 * 60_000);
  await flinks.maintain();
  left.push((await flinks.checkSetup()).text);
  await call('ann', 'DELETE', `/connections/${id}`);
  await flinks.maintain();

  for (const { path } of sandbox.journal.entries()) {
    const [, requestId] = /Async\/([\da-f-]{36})/.exec(path) ?? [];
    if (requestId !== undefined) requestIds.add(requestId);
  }
  const { secretKey, apiKey, bearer } = sandbox.credentials;
  const secrets = {
    secretKey,
    apiKey,
    bearer,
    encryptionKey: testKey,
    webhookSecret: 'planted-webhook-secret',
    loginId: login.loginId,
    requestId: [...requestIds][0] ?? 'the journey made no RequestId',
    accountNumber: '1111000',
    cardNumber: '420024',
    holder: 'John Doe',
    email: 'johndoe@',
    authKeyHeader: 'flinks-auth-key',
  };
  const everything = left.join('\n');
  expect(everything).toContain('Chequing CAD');
  expect(requestIds.size).toBeGreaterThan(0);
  const found = Object.entries(secrets).filter(([, secret]) => everything.includes(secret));
  return found.map(([name]) => name);
}

import { expect, test } from 'vitest';
import { startTestServer, testOrigin } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../index.ts';

const statuses = async (options: Parameters<typeof startTestServer>[0]) => {
  const { checks, ok } = await startTestServer(options).flinks.checkSetup();
  return { ok, ...Object.fromEntries(checks.map(({ name, status }) => [name, status])) };
};

test('a set-up that works is fine, as far as it can be known', async () => {
  expect(await statuses({ server: { store: createMemoryStore() } })).toEqual({
    ok: true,
    instance: 'fine',
    'secret key': 'fine',
    'api key': 'fine',
    clock: 'unknown',
    encryption: 'fine',
    store: 'fine',
    redirect: 'fine',
  });
});

test.each([
  ['no store', {}, 'store'],
  ['a whole host as the instance', { flinks: { instance: 'https://x.private.fin.ag' } }, 'instance'],
  ['a customer id that is none', { flinks: { customerId: 'us' } }, 'instance'],
  ['a wrong secret key', { flinks: { secretKey: 'wrong' } }, 'secret key'],
  ['a wrong API key', { flinks: { apiKey: 'wrong' } }, 'api key'],
  [
    'a full-page redirect without a way back',
    { server: { connect: { parameters: { oauthWindowRedirect: true } } } },
    'redirect',
  ],
  [
    'a way back without TLS',
    { server: { connect: { redirect: { publicUrl: 'http://app.example/api/flinks', returnTo: '/' } } } },
    'redirect',
  ],
  [
    'a way back that lands elsewhere',
    { server: { connect: { redirect: { publicUrl: `${testOrigin}/flinks`, returnTo: '/' } } } },
    'redirect',
  ],
])('%s is named', async (_name, options, wrong) => {
  expect(await statuses(options)).toMatchObject({ ok: false, [wrong]: 'wrong' });
});

test('a clock that is an hour off is named', async () => {
  const server = startTestServer();
  const late = startTestServer({
    server: { clock: server.clock },
    flinks: {
      async fetch(request) {
        const answer = await server.sandbox.fetch(request);
        return new Response(answer.body, {
          status: answer.status,
          headers: { date: new Date(server.clock.now() - 3_600_000).toUTCString() },
        });
      },
    },
  });
  const { checks } = await late.flinks.checkSetup();
  expect(checks.find(({ name }) => name === 'clock')).toMatchObject({ status: 'wrong' });
});

test('the report is readable, and holds no secret', async () => {
  const server = startTestServer({ flinks: { secretKey: 'planted-canary', apiKey: 'planted-canary' } });
  const { text } = await server.flinks.checkSetup();
  expect(text).not.toContain('planted-canary');
  expect(text).toMatch(/WRONG {3}secret key: .*Check the secret key/);
});

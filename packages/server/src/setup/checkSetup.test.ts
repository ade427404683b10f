import { describe, expect, test } from 'vitest';
import { startTestServer, testKey, testOrigin } from '../../test/startTestServer.ts';
import { createMemoryStore } from '../index.ts';

const statuses = async (options: Parameters<typeof startTestServer>[0]) => {
  const { checks, ok } = await startTestServer(options).flinks.checkSetup();
  return { ok, ...Object.fromEntries(checks.map(({ name, status }) => [name, status])) };
};

describe('checkSetup', () => {
  test('a set-up that works is fine, as far as it can be known', async () => {
    const server = { store: createMemoryStore() };
    await startTestServer({ server }).flinks.maintain();
    expect(await statuses({ server })).toEqual({
      ok: true,
      instance: 'fine',
      'secret key': 'fine',
      'api key': 'fine',
      bearer: 'fine',
      clock: 'unknown',
      maintain: 'fine',
      encryption: 'fine',
      store: 'fine',
      redirect: 'fine',
    });
  });

  test.each([
    ['no store', {}, 'store'],
    ['a customer id that is none', { flinks: { customerId: 'us' } }, 'instance'],
    ['a wrong secret key', { flinks: { secretKey: 'wrong' } }, 'secret key'],
    ['a wrong API key', { flinks: { apiKey: 'wrong' } }, 'api key'],
    ['a wrong bearer', { flinks: { bearer: 'wrong' } }, 'bearer'],
    ['a maintain() that never ran', { server: { store: createMemoryStore() } }, 'maintain'],
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

  test('a store in memory is enough on the sandbox, whose widget only this machine reaches', async () => {
    expect(await statuses({ server: { connect: { url: 'http://127.0.0.1:4175/v2/' } } })).toMatchObject({
      ok: true,
      store: 'fine',
      maintain: 'unknown',
    });
  });

  test('a maintain() of long ago is named', async () => {
    const server = startTestServer({ server: { store: createMemoryStore() } });
    await server.flinks.maintain();
    server.clock.advance(3 * 3_600_000);
    const { checks } = await server.flinks.checkSetup();
    expect(checks.find(({ name }) => name === 'maintain')).toMatchObject({
      status: 'wrong',
      sentence: expect.stringContaining('3 h ago'),
    });
  });

  const otherKey = btoa('flinks-kit other key, no secret!');

  test.each([
    ['in another order', [otherKey, testKey]],
    ['of which this one has none', [otherKey]],
  ])('another process with keys %s is named, whichever ran last', async (_name, keys) => {
    const store = createMemoryStore();
    const here = startTestServer({ server: { store, encryption: { keys: [testKey, otherKey] } } });
    const other = { store, encryption: { keys } };
    await here.flinks.maintain();
    await startTestServer({ beside: here, server: other }).flinks.maintain();
    const { checks } = await here.flinks.checkSetup();
    expect(checks.filter(({ status }) => status === 'wrong')).toMatchObject([{ name: 'encryption' }]);
  });

  test('a run after a rotation takes the place of what the former keys noted', async () => {
    const store = createMemoryStore();
    const before = startTestServer({ server: { store } });
    await before.flinks.maintain();
    const after = startTestServer({ beside: before, server: { store, encryption: { keys: [otherKey] } } });
    await after.flinks.maintain();
    expect((await after.flinks.checkSetup()).checks.find(({ name }) => name === 'maintain')).toMatchObject({
      status: 'fine',
    });
  });

  test('the report names where the routes answer, and the origin of the widget', async () => {
    const { flinks, sandbox } = startTestServer({ server: { endpoint: 'https://app.example/api/flinks/' } });
    expect(await flinks.checkSetup()).toMatchObject({
      endpoint: '/api/flinks',
      widgetOrigin: `https://${sandbox.credentials.instance}-iframe.private.fin.ag`,
      isStoreShared: false,
    });
  });

  test('the report is readable, and holds no secret', async () => {
    const server = startTestServer({ flinks: { secretKey: 'planted-canary', apiKey: 'planted-canary' } });
    const { text } = await server.flinks.checkSetup();
    expect(text).not.toContain('planted-canary');
    expect(text).toMatch(/WRONG {3}secret key: .*Check the secret key/);
  });
});

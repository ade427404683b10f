import { describe, expect, test } from 'vitest';
import { startTestServer, testKey, testOrigin } from '../../test/startTestServer.ts';
import { createMemoryStore, type FlinksStore } from '../index.ts';

const redirect = { publicUrl: `${testOrigin}/api/flinks`, returnTo: '/bank' };

async function goToTheBank(options: Parameters<typeof startTestServer>[0] = {}) {
  const server = startTestServer({ server: { connect: { redirect } }, ...options });
  const { connectUrl, sessionId = '' } = await server.clientOf('ann').openSession({});
  const landing = new URL(new URL(connectUrl).searchParams.get('redirectUrl') ?? '');
  const { loginId, accountIds } = server.sandbox.login({ username: 'greatday_nomfa' });
  landing.searchParams.set('loginId', loginId);
  landing.searchParams.set('accountId', accountIds.join(','));
  landing.searchParams.set('institution', 'FlinksCapital');
  const comeBack = (user: string, address: URL | string = landing) =>
    server.flinks.handler(new Request(address, { headers: user === '' ? {} : { 'x-test-user': user } }));
  return { ...server, landing, sessionId, loginId, comeBack };
}

describe('completeReturn', () => {
  test('a return links the login, and goes on to the app’s page without any id of Flinks', async () => {
    const { comeBack, clientOf, sessionId, loginId } = await goToTheBank();
    const answer = await comeBack('ann');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${testOrigin}/bank?flinks_session=${sessionId}`,
    ]);
    expect(JSON.stringify([...answer.headers])).not.toContain(loginId);
    expect(await clientOf('ann').getSession(sessionId)).toMatchObject({
      status: 'connected',
      connection: { institution: 'FlinksCapital' },
    });
  });

  test.each<[string, (way: Awaited<ReturnType<typeof goToTheBank>>) => Promise<Response>]>([
    ['another user', ({ comeBack }) => comeBack('bob')],
    ['no user', ({ comeBack }) => comeBack('')],
    [
      'an altered state',
      ({ comeBack, landing }) => comeBack('ann', landing.href.replace(/return\/..../, 'return/AAAA')),
    ],
    [
      'no login at all',
      ({ comeBack, landing }) => {
        landing.searchParams.delete('loginId');
        return comeBack('ann');
      },
    ],
    [
      'a state that is too old',
      ({ comeBack, clock }) => {
        clock.advance(8 * 60 * 60_000);
        return comeBack('ann');
      },
    ],
  ])('a return with %s is refused before Flinks is asked', async (_name, come) => {
    const way = await goToTheBank();
    way.sandbox.journal.clear();
    const answer = await come(way);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${testOrigin}/bank?flinks_error=return-refused`,
    ]);
    expect(way.sandbox.journal.entries()).toEqual([]);
  });

  test('a second use is refused, and the first stays', async () => {
    const { comeBack, clientOf, sandbox } = await goToTheBank();
    await comeBack('ann');
    sandbox.journal.clear();
    expect((await comeBack('ann')).headers.get('location')).toContain('flinks_error=return-refused');
    expect(sandbox.journal.entries()).toEqual([]);
    expect(await clientOf('ann').listConnections()).toHaveLength(1);
  });

  test('two uses at once link once', async () => {
    const { comeBack, clientOf } = await goToTheBank();
    const answers = await Promise.all([comeBack('ann'), comeBack('ann')]);
    const places = answers.map((answer) => answer.headers.get('location')?.includes('flinks_session'));
    expect(places.filter(Boolean)).toHaveLength(1);
    expect(await clientOf('ann').listConnections()).toHaveLength(1);
  });

  test('a link that is refused is reported by the session, not by the address', async () => {
    const { comeBack, clientOf, landing, sessionId } = await goToTheBank();
    landing.searchParams.set('loginId', crypto.randomUUID());
    expect((await comeBack('ann')).headers.get('location')).toContain(`flinks_session=${sessionId}`);
    expect(await clientOf('ann').getSession(sessionId)).toEqual({ status: 'failed', code: 'login-unknown' });
  });

  test('an app without full-page redirects has no such address', async () => {
    const { comeBack } = await goToTheBank();
    expect((await comeBack('ann')).status).toBe(303);
    const without = startTestServer();
    const { connectUrl } = await without.clientOf('ann').openSession({});
    expect(new URL(connectUrl).searchParams.has('redirectUrl')).toBe(false);
    const answer = await without.flinks.handler(
      new Request(`${testOrigin}/api/flinks/return/x`, { headers: { 'x-test-user': 'ann' } }),
    );
    expect(answer.status).toBe(404);
  });

  test.each<[string, { method?: string; headers?: Record<string, string> }]>([
    ['a prefetch', { headers: { 'sec-purpose': 'prefetch', 'sec-fetch-dest': 'document' } }],
    ['a prerender', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
    ['an older prefetch', { headers: { purpose: 'prefetch' } }],
    ['a link preview by script', { headers: { 'sec-fetch-dest': 'empty' } }],
    ['an image tag', { headers: { 'sec-fetch-dest': 'image' } }],
    ['a frame', { headers: { 'sec-fetch-dest': 'iframe' } }],
    ['HEAD', { method: 'HEAD' }],
  ])('%s does not use the return up', async (_name, { method = 'GET', headers }) => {
    const { comeBack, flinks, landing, sandbox, sessionId } = await goToTheBank();
    sandbox.journal.clear();
    const early = new Request(landing, { method, headers: { ...headers, 'x-test-user': 'ann' } });
    expect((await flinks.handler(early)).ok).toBe(false);
    expect(sandbox.journal.entries()).toEqual([]);
    const answer = await comeBack('ann');
    expect(answer.headers.get('location')).toBe(`${testOrigin}/bank?flinks_session=${sessionId}`);
  });

  test('returns are limited per user, since each may ask Flinks', async () => {
    const { comeBack, landing } = await goToTheBank();
    const guess = () => comeBack('bob', landing.href.replace(/return\/..../, 'return/AAAA'));
    const answers = await Promise.all(Array.from({ length: 31 }, guess));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test('a return that was on its way while the encryption key changed is still good', async () => {
    const store = createMemoryStore();
    const way = await goToTheBank({ server: { connect: { redirect }, store } });
    const rotated = startTestServer({
      server: {
        connect: { redirect },
        store,
        clock: way.clock,
        encryption: { keys: [btoa('flinks-kit new key, still public'), testKey] },
      },
      flinks: { fetch: way.sandbox.fetch },
    });
    const back = new Request(way.landing, { headers: { 'x-test-user': 'ann' } });
    const answer = await rotated.flinks.handler(back);
    expect(answer.headers.get('location')).toBe(`${testOrigin}/bank?flinks_session=${way.sessionId}`);
  });

  test('a process killed while a return is used up loses no login', async () => {
    const store = createMemoryStore();
    const way = await goToTheBank({ server: { connect: { redirect }, store } });
    const replace: FlinksStore['replace'] = async (row) =>
      row.kind === 'return' ? Promise.reject(new Error('killed')) : store.replace(row);
    const dying = startTestServer({
      server: { connect: { redirect }, store: { ...store, replace }, clock: way.clock },
      flinks: { fetch: way.sandbox.fetch },
    });
    const back = new Request(way.landing, { headers: { 'x-test-user': 'ann' } });
    expect((await dying.flinks.handler(back)).status).toBe(500);
    expect(await way.flinks.maintain()).toMatchObject({ linksFinished: 1 });
    expect(await way.clientOf('ann').listConnections()).toHaveLength(1);
  });
});

import { createHmac } from 'node:crypto';
import { clientHeader } from '@flinks-kit/core';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { startTestServer, testKey, testOrigin } from '../../test/startTestServer.ts';
import { createFlinksServer } from '../createFlinksServer.ts';
import { createMemoryStore } from '../store/createMemoryStore.ts';
import { keepBody } from './keptBody.ts';
import { userRoutes } from './routes.ts';

const base = `${testOrigin}/api/flinks`;
const json = { 'content-type': 'application/json' };
const ours = { ...json, [clientHeader]: '1' };

type Server = ReturnType<typeof startTestServer>;

const send = (server: Server, method: string, path: string, init: RequestInit = {}) =>
  server.flinks.handler(new Request(base + path, { method, ...init }));

describe('createHandler', () => {
  test.each([
    ['a page of this origin', { origin: testOrigin, 'sec-fetch-site': 'same-origin' }, 201],
    ['a page of this origin in an older browser', { origin: testOrigin }, 201],
    [
      'a page behind a proxy that ends TLS',
      { origin: 'http://app.example', 'sec-fetch-site': 'same-origin' },
      201,
    ],
    [
      'a page behind a proxy that changes the host',
      { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' },
      201,
    ],
    ['our client inside the page or a test', { [clientHeader]: '1' }, 201],
    ['an allowed origin', { origin: 'https://front.example', 'sec-fetch-site': 'same-site' }, 201],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['another site in an older browser', { origin: 'https://evil.example' }, 403],
    ['another site that knows our header', { origin: 'https://evil.example', [clientHeader]: '1' }, 403],
    ['a look-alike host', { origin: 'https://app.example.evil.example' }, 403],
    ['another port', { origin: 'https://app.example:8443' }, 403],
    ['a sibling host', { origin: testOrigin, 'sec-fetch-site': 'same-site' }, 403],
    ['an address typed by hand', { origin: testOrigin, 'sec-fetch-site': 'none' }, 403],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['an opaque origin alone', { origin: 'null' }, 403],
    ['a sender without headers', {}, 403],
  ])('a change from %s', async (_name, headers, status) => {
    const server = startTestServer({ server: { allowedOrigins: ['https://front.example'] } });
    const sent = { ...json, 'x-test-user': 'ann', ...headers };
    const answer = await send(server, 'POST', '/sessions', { headers: sent, body: '{}' });
    expect(answer.status).toBe(status);
    if (status === 403) expect(server.sandbox.journal.entries()).toEqual([]);
  });

  test('a client that is no browser gets the name of the header that it lacks', async () => {
    const server = startTestServer();
    const post = (headers: Record<string, string>) =>
      send(server, 'POST', '/sessions', {
        headers: { ...json, 'x-test-user': 'ann', ...headers },
        body: '{}',
      });
    expect(await (await post({})).text()).toContain(`neither Origin nor Sec-Fetch-Site`);
    expect(await (await post({ origin: 'https://evil.example' })).text()).not.toContain('neither');
    expect((await post({ [clientHeader]: '1' })).status).toBe(201);
  });

  test('CORS is off, but for the origins that are named', async () => {
    const server = startTestServer({ server: { allowedOrigins: ['https://front.example'] } });
    const from = (origin: string, method: string) =>
      send(server, method, '/connections', { headers: { origin, 'x-test-user': 'ann' } });
    const preflight = await from('https://front.example', 'OPTIONS');
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://front.example',
    ]);
    expect((await from('https://front.example', 'GET')).headers.get('access-control-allow-credentials')).toBe(
      'true',
    );
    expect((await from('https://evil.example', 'OPTIONS')).status).toBe(403);
    expect((await from('https://evil.example', 'GET')).headers.has('access-control-allow-origin')).toBe(
      false,
    );
  });

  test.each(['http://192.0.2.2:5199', 'http://phone.local:5173'])(
    'a phone opens %s through a proxy that keeps the host, and its browser sends no Sec-Fetch-Site',
    async (origin) => {
      const server = startTestServer();
      const call = (host: string) =>
        server.flinks.handler(
          new Request(`${host}/api/flinks/sessions`, {
            method: 'POST',
            headers: { ...ours, origin, 'x-test-user': 'ann' },
            body: '{}',
          }),
        );
      expect((await call(origin)).status).toBe(201);
      expect((await call('http://localhost:3000')).status).toBe(403);
    },
  );

  test('an allowed origin is granted every header that its browser names', async () => {
    const server = startTestServer({ server: { allowedOrigins: ['https://front.example'] } });
    const asked = 'authorization,content-type,traceparent,x-flinks-kit';
    const preflight = (origin: string) =>
      send(server, 'OPTIONS', '/sessions', {
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': asked,
        },
      });
    const granted = await preflight('https://front.example');
    expect([granted.status, granted.headers.get('access-control-allow-headers')]).toEqual([204, asked]);
    expect(granted.headers.get('vary')).toContain('Access-Control-Request-Headers');
    const refused = await preflight('https://evil.example');
    expect([refused.status, refused.headers.has('access-control-allow-headers')]).toEqual([403, false]);
  });

  test.each([
    'authorization,traceparent,tracestate,baggage,sentry-trace,x-datadog-trace-id,x-flinks-kit',
    'Authorization, Content-Type, X-Flinks-Kit',
    'x-requested-with',
  ])('an allowed origin is granted the headers %j, and its request is answered', async (asked) => {
    const server = startTestServer({ server: { allowedOrigins: ['https://front.example'] } });
    const origin = 'https://front.example';
    const preflight = await send(server, 'OPTIONS', '/connections', {
      headers: { origin, 'access-control-request-headers': asked, 'access-control-request-method': 'GET' },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toBe(asked);
    const own = Object.fromEntries(asked.split(',').map((name) => [name.trim(), 'x']));
    const answer = await send(server, 'GET', '/connections', {
      headers: { ...own, origin, 'sec-fetch-site': 'cross-site', 'x-test-user': 'ann' },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
  });

  test('an allowed origin reaches a server of the local network, where its browser asks for that', async () => {
    const server = startTestServer({ server: { allowedOrigins: ['https://front.example'] } });
    const preflight = (origin: string) =>
      send(server, 'OPTIONS', '/sessions', {
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-private-network': 'true',
        },
      });
    const name = 'access-control-allow-private-network';
    expect((await preflight('https://front.example')).headers.get(name)).toBe('true');
    expect((await preflight('https://evil.example')).headers.has(name)).toBe(false);
    const plain = await send(server, 'OPTIONS', '/sessions', {
      headers: { origin: 'https://front.example' },
    });
    expect(plain.headers.has(name)).toBe(false);
  });

  test.each(['capacitor://localhost', 'ionic://localhost', 'https://localhost', 'tauri://localhost'])(
    'a web view of an app may be an allowed origin: %s',
    async (origin) => {
      const server = startTestServer({ server: { allowedOrigins: [origin] } });
      const answer = await send(server, 'POST', '/sessions', {
        headers: { ...ours, origin, 'sec-fetch-site': 'cross-site', 'x-test-user': 'ann' },
        body: '{}',
      });
      expect(answer.status).toBe(201);
    },
  );

  test.each([
    'null',
    '',
    'https://front.example.evil.example',
    'https://FRONT.example',
    'https://front.example/',
  ])('the origin %j is not the allowed one', async (origin) => {
    const server = startTestServer({ server: { allowedOrigins: ['https://front.example'] } });
    const answer = await send(server, 'POST', '/sessions', {
      headers: { ...ours, origin, 'sec-fetch-site': 'cross-site', 'x-test-user': 'ann' },
      body: '{}',
    });
    expect([answer.status, answer.headers.has('access-control-allow-origin')]).toEqual([403, false]);
  });

  test('a refusal and an unknown path are readable for an allowed origin', async () => {
    const server = startTestServer({ server: { allowedOrigins: ['https://front.example'] } });
    const headers = { origin: 'https://front.example', 'sec-fetch-site': 'cross-site' };
    for (const [path, status] of [
      ['/connections', 401],
      ['/nothing', 404],
      ['/sessions', 405],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one request after the other
      const answer = await send(server, 'GET', path, { headers });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
        status,
        headers.origin,
      ]);
    }
  });

  test.each([
    ['HEAD', '/connections', 200],
    ['HEAD', '/sessions', 405],
    ['PATCH', '/connections/c1', 405],
    ['GET', '//connections', 404],
    ['GET', '/connections%2Fc1', 404],
    ['GET', '/connections/c1%2Faccounts', 404],
    ['GET', '/Connections', 404],
    ['GET', '/connections/%ff', 404],
    ['GET', `/connections/${'x'.repeat(500)}`, 404],
    ['GET', '/connections?page=2&x[]=1', 200],
  ])('%s %s is answered with %i and no server error', async (method, path, status) => {
    const server = startTestServer({ server: { store: createMemoryStore() } });
    const answer = await send(server, method, path, { headers: { ...ours, 'x-test-user': 'ann' } });
    expect([answer.status, server.warnings]).toEqual([status, []]);
  });

  test('one slash at the end is the same route, and two are none', async () => {
    const server = startTestServer({ server: { webhook: { secrets: ['s'] } } });
    const status = async (method: string, path: string) => {
      const sent = method === 'POST' ? { body: '{}' } : {};
      const headers = { ...ours, 'x-test-user': 'ann' };
      return (await send(server, method, path, { headers, ...sent })).status;
    };
    expect(await status('POST', '/sessions/')).toBe(201);
    expect(await status('GET', '/connections/')).toBe(200);
    expect(await status('GET', '/connections/other/accounts/')).toBe(
      await status('GET', '/connections/other/accounts'),
    );
    expect(await status('POST', '/webhook/')).toBe(401);
    expect(await status('GET', '/connections//')).toBe(404);
    expect(await status('GET', '/')).toBe(404);
  });

  describe('a webhook whose body was parsed before', () => {
    const secret = 'a-secret-of-the-test';
    const delivery = '{ "ResponseType": "GetAccountsDetail", "Balance": 100.50 }';
    const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64');
    const deliver = (mark: 'rewritten' | 'consumed', signature: string) => {
      const server = startTestServer({
        server: { webhook: { secrets: [secret] }, store: createMemoryStore() },
      });
      const rewritten = JSON.stringify(JSON.parse(delivery));
      const request = new Request(`${base}/webhook`, {
        method: 'POST',
        headers: { ...json, 'flinks-authenticity-key': signature },
        body: rewritten,
      });
      return { server, answer: server.flinks.handler(keepBody(request, { parsedAway: mark })) };
    };

    test('is refused with what to change, in the answer and in a warning', async () => {
      const { server, answer } = deliver('rewritten', sign(delivery));
      expect((await answer).status).toBe(401);
      expect(await (await answer).text()).toContain('express.json({ verify');
      expect(server.warnings).toEqual([expect.stringContaining('express.json({ verify')]);
    });

    test('is received where the parser changed no byte', async () => {
      const { server, answer } = deliver('rewritten', sign(JSON.stringify(JSON.parse(delivery))));
      expect((await answer).status).toBe(200);
      expect(server.warnings).toEqual([]);
    });

    test('fills no log when it carries no signature', async () => {
      const { server, answer } = deliver('rewritten', '');
      expect((await answer).status).toBe(401);
      expect(server.warnings).toEqual([]);
    });

    test('is a warned 500 when nothing is left of it, so that Flinks sends it again', async () => {
      const { server, answer } = deliver('consumed', sign(delivery));
      expect((await answer).status).toBe(500);
      expect(server.warnings).toHaveLength(1);
    });
  });

  test('a request whose stream was read before is a warned 500, never the client’s fault', async () => {
    const server = startTestServer({ server: { store: createMemoryStore() } });
    const request = new Request(`${base}/sessions`, {
      method: 'POST',
      headers: { ...ours, 'x-test-user': 'ann' },
      body: '{}',
    });
    await request.text();
    expect((await server.flinks.handler(request)).status).toBe(500);
    expect(server.warnings).toHaveLength(1);
  });

  test.each([
    ['a form', { ...ours, 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 415, 'json-required'],
    ['plain text', { ...ours, 'content-type': 'text/plain' }, '{}', 415, 'json-required'],
    ['broken JSON', ours, '{"language":', 400, 'request-invalid'],
    ['another language', ours, '{"language":"de"}', 400, 'request-invalid'],
    ['a list', ours, '[]', 400, 'request-invalid'],
    ['half a character', ours, '{"institution":"\\ud800"}', 400, 'request-invalid'],
    ['a way out of the path', ours, '{"institution":".."}', 400, 'request-invalid'],
    ['more than 64 kB', ours, JSON.stringify({ institution: 'x'.repeat(70_000) }), 413, 'body-too-large'],
  ])('%s is refused with a code', async (_name, headers, body, status, code) => {
    const server = startTestServer();
    const answer = await send(server, 'POST', '/sessions', {
      headers: { ...headers, 'x-test-user': 'ann' },
      body,
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status, code });
  });

  test('a refusal names the wrong field, and not what was in it', async () => {
    const server = startTestServer();
    const body = JSON.stringify({ sessionId: 's', loginId: 'planted-canary', accountIds: [] });
    const answer = await send(server, 'POST', '/connections', {
      headers: { ...ours, 'x-test-user': 'ann' },
      body,
    });
    const text = await answer.text();
    expect(text).toContain('Wrong: loginId.');
    expect(text).not.toContain('planted-canary');
  });

  test.each([
    ['a request', '/sessions', ours],
    ['a webhook', '/webhook', { 'flinks-authenticity-key': `${'A'.repeat(43)}=` }],
  ])(
    'the body of %s that breaks off is the fault of its sender, and no warning',
    async (_what, path, headers) => {
      const server = startTestServer({
        server: { webhook: { secrets: ['s'] }, store: createMemoryStore() },
      });
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
        pull: (controller) => controller.error(new Error('aborted')),
      });
      const init = { method: 'POST', headers: { ...headers, 'x-test-user': 'ann' }, body, duplex: 'half' };
      const answer = await server.flinks.handler(new Request(base + path, init));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'request-invalid' });
      expect(server.warnings).toEqual([]);
    },
  );

  test.each<[string, boolean, number]>([
    ['gives up with its client', true, 0],
    ['fails while its client goes away', false, 1],
  ])('an identify that %s', async (_what, isReason, warnings) => {
    const leaving = new AbortController();
    const identify = async ({ signal }: Request): Promise<never> => {
      leaving.abort(new Error('The client went away.'));
      throw isReason ? signal.reason : new Error('The database is gone.');
    };
    const server = startTestServer({ server: { identify, store: createMemoryStore() } });
    const request = new Request(`${base}/connections`, { signal: leaving.signal });
    expect((await server.flinks.handler(request)).status).toBe(500);
    expect(server.warnings).toHaveLength(warnings);
  });

  test('a body of unknown length is not read past the limit', async () => {
    const server = startTestServer();
    let given = 0;
    const endless = new ReadableStream({
      pull(controller) {
        given += 10_000;
        controller.enqueue(new Uint8Array(10_000).fill(32));
      },
    });
    const request = new Request(`${base}/sessions`, {
      method: 'POST',
      headers: { ...ours, 'x-test-user': 'ann' },
      body: endless,
      ...{ duplex: 'half' },
    });
    expect((await server.flinks.handler(request)).status).toBe(413);
    expect(given).toBeLessThan(200_000);
  });

  test('the browser chooses language, institution and connection, and nothing else', async () => {
    const server = startTestServer({ server: { connect: { parameters: { demo: true } } } });
    const body = JSON.stringify({
      institution: 'TD',
      language: 'fr',
      demo: false,
      redirectUrl: 'https://evil.example',
    });
    const answer = await send(server, 'POST', '/sessions', {
      headers: { ...ours, 'x-test-user': 'ann' },
      body,
    });
    const opened = await answer.json();
    const url = new URL(opened.connectUrl);
    expect(url.pathname).toBe('/v2/Credential/TD');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      language: 'fr',
      demo: 'true',
      consentEnable: 'true',
      closeEnable: 'true',
      accountSelectorEnable: 'true',
      innerRedirect: 'true',
      jsRedirect: 'true',
      authorizeToken: expect.any(String),
    });
    expect(url.searchParams.has('redirectUrl')).toBe(false);
  });

  test('every answer forbids caching, framing, sniffing and foreign readers', async () => {
    const server = startTestServer();
    const answers = await Promise.all([
      send(server, 'GET', '/connections', { headers: { 'x-test-user': 'ann' } }),
      send(server, 'GET', '/connections'),
      send(server, 'GET', '/nowhere'),
    ]);
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('HEAD gets what GET gets, without the body, and a POST route refuses it', async () => {
    const server = startTestServer({
      server: { connect: { redirect: { publicUrl: base, returnTo: '/bank' } } },
    });
    const { client, connection } = await server.link('ann');
    const { sessionId } = await client.openSession({});
    const headers = { 'x-test-user': 'ann' };
    for (const { method, path, name } of userRoutes.filter(({ method: its }) => its === 'GET')) {
      const target = path.replace(':id', name === 'getSession' ? (sessionId ?? '') : connection.id);
      const [get, head] = [
        await send(server, method, target, { headers }),
        await send(server, 'HEAD', target, { headers }),
      ];
      expect([head.status, await head.text()]).toEqual([200, '']);
      expect([...head.headers]).toEqual([...get.headers]);
    }
    expect((await send(server, 'HEAD', '/connections')).status).toBe(401);
    expect((await send(server, 'HEAD', `/sessions/${sessionId}/report`, { headers })).status).toBe(405);
    expect((await send(server, 'HEAD', '/webhook', { headers })).status).toBe(404);
    // A scanner of links must not use it up.
    expect((await send(server, 'HEAD', '/return/state', { headers })).status).toBe(404);
  });

  test.each([
    ['http://app.example:443', 'https://app.example', 201],
    ['http://app.example', 'https://app.example', 201],
    ['http://app.example:80', 'http://app.example', 201],
    ['http://app.example:443', 'https://app.example:8443', 403],
    ['http://app.example:8443', 'https://app.example', 403],
    ['http://app.example:443', 'https://other.example', 403],
    ['http://app.example:443', 'null', 403],
  ])('a request to %s of an older browser on %s is a %i', async (host, origin, status) => {
    const { flinks } = startTestServer();
    const headers = { ...json, origin, 'x-test-user': 'ann' };
    const request = new Request(`${host}/api/flinks/sessions`, { method: 'POST', headers, body: '{}' });
    expect((await flinks.handler(request)).status).toBe(status);
  });

  test('a wrong method is answered with the right ones, and an unknown path is not ours', async () => {
    const server = startTestServer();
    const wrong = await send(server, 'PATCH', '/connections', { headers: ours });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST, GET']);
    expect((await server.flinks.handler(new Request(`${testOrigin}/api/flinksx/sessions`))).status).toBe(404);
    expect((await server.flinks.handler(new Request(`${testOrigin}/`))).status).toBe(404);
  });

  test('an unforeseen error sends no details, and is reported', async () => {
    const server = startTestServer({
      server: {
        identify: () => {
          throw new Error('planted-canary');
        },
      },
    });
    const answer = await send(server, 'GET', '/connections');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('planted-canary');
    expect(server.warnings.at(-1)).toContain('could not be answered');
  });

  test('too many openings by one user are refused, and another user is not', async () => {
    const server = startTestServer();
    const ann = server.clientOf('ann');
    for (let i = 0; i < 30; i++) await ann.openSession({});
    await expect(ann.openSession({})).rejects.toMatchObject({ status: 429, retry: true });
    expect(await server.clientOf('bob').openSession({})).toMatchObject({ sessionId: expect.any(String) });
    server.clock.advance(2_000);
    expect(await ann.openSession({})).toMatchObject({ sessionId: expect.any(String) });
  });

  test('no body, however strange, is a server error', async () => {
    const server = startTestServer({ server: { rateLimit: () => true } });
    const posts = userRoutes.filter(({ method }) => method !== 'GET');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...posts),
        fc.oneof(fc.json(), fc.string(), fc.constant('{"__proto__":{"x":1},"accountIds":{"length":1e9}}')),
        fc.webPath(),
        async ({ method, path }, body, id) => {
          const target = path.replace(':id', encodeURIComponent(id));
          const answer = await send(server, method, target, {
            headers: { ...ours, 'x-test-user': 'ann' },
            body,
          });
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  test.each([
    ['Express’ or Node’s own request', { headers: { host: 'app.example' }, url: '/api/flinks/connections' }],
    ['Hono’s context', { req: {} }],
    ['nothing', undefined],
  ])('%s in place of a Request is refused with what to write', async (_name, given) => {
    const { flinks } = startTestServer();
    const answer: unknown = Reflect.apply(flinks.handler, undefined, [given, {}]);
    await expect(answer).rejects.toThrow('toNodeHandler(flinks.handler)');
  });

  describe('identify', () => {
    // What a JavaScript app may return: the types would not allow it.
    const identifying = (answer: unknown) =>
      startTestServer({
        server: { identify: vi.fn().mockResolvedValue(answer), store: createMemoryStore() },
      });
    const requests = [
      ['GET', '/connections'],
      ['POST', '/sessions'],
    ] as const;

    test.each([undefined, null, ''])('%j is no user: 401', async (answer) => {
      const server = identifying(answer);
      for (const [method, path] of requests) {
        const sent = method === 'POST' ? { body: '{}' } : {};
        expect((await send(server, method, path, { headers: ours, ...sent })).status).toBe(401);
      }
      expect(server.warnings).toEqual([]);
    });

    test.each([0, 7, true, false, Number.NaN, { id: 'ann' }, ['ann'], Symbol('ann')])(
      'anything else that is not a string is a 500 with one warning (%#)',
      async (answer) => {
        const server = identifying(answer);
        expect((await send(server, 'GET', '/connections', { headers: ours })).status).toBe(500);
        expect(server.warnings).toHaveLength(1);
        expect(server.warnings[0]).toContain('identify returned');
      },
    );

    test.each([
      ...['undefined', 'null', 'NaN', 'true', 'false', '[object Object]', '[object Promise]'],
      ...['ann\u0000', 'ann\ud800', ' ', '\t', '\u00a0', ' null', 'undefined\n'],
      // A part of a text that was put together is missing: all users of one tenant would be one.
      ...['acme:undefined', 'auth0|null', 'undefined:ann', 'acme/[object Object]', '7#NaN'],
      ...['acme-undefined', 'acme_undefined', 'acme.undefined', 'acme undefined', 'undefined@acme'],
      ...['user=null', 'acme-NULL', '7,Undefined', '[object Object]-7', '"undefined"', '"null"', 'é-null'],
      ...['undefinedundefined', 'null-null', 'Invalid Date', 'acme:Invalid Date', 'Undefined', 'NULL'],
      ...['undefined@acme.example', 'ann.undefined@acme.example', 'null@acme.example', 'ann@null.example'],
      // Nothing of it can be seen.
      ...['\u200b', '\u00ad', '\u3164', '\ufeff', '\u2060\u200e', '\u2800'],
    ])('the word %j is no id: a 500 with one warning that names it', async (answer) => {
      const server = identifying(answer);
      expect((await send(server, 'GET', '/connections', { headers: ours })).status).toBe(500);
      expect(server.warnings).toEqual([expect.stringContaining(`"${answer}"`)]);
      expect(() => server.flinks.forUser(answer)).toThrow(expect.objectContaining({ code: 'not-signed-in' }));
    });

    test.each([
      ...['42', 'auth0|507f', 'a b', ' x ', 'Élodie', '日本', '🙂', '__proto__', 'ann\u200b'],
      ...[
        'nullable',
        'user:nullable',
        'truely',
        'Nana',
        'nan',
        'undefinedly',
        'x'.repeat(512),
        'é'.repeat(256),
      ],
      // Null and Nan are names (docs/guides/security.md).
      ...[
        'null.andersson@example.com',
        'jan-null@example.com',
        'nan.goldin@example.com',
        'j_null+x@example.com',
      ],
    ])('%j is an id', async (answer) => {
      const server = identifying(answer);
      for (const [method, path] of requests) {
        const sent = method === 'POST' ? { body: '{}' } : {};
        expect((await send(server, method, path, { headers: ours, ...sent })).status).toBeLessThan(300);
      }
      expect(server.warnings).toEqual([]);
    });

    test.each(['x'.repeat(513), 'é'.repeat(257), 'x'.repeat(1_000_000)])(
      'more than 512 bytes are no id: a 500 with one short warning (%#)',
      async (answer) => {
        const server = identifying(answer);
        expect((await send(server, 'GET', '/connections', { headers: ours })).status).toBe(500);
        expect(server.warnings).toEqual([expect.stringContaining('more than 512 bytes')]);
        expect(server.warnings.join('').length).toBeLessThan(400);
        expect(() => server.flinks.forUser(answer)).toThrow('1 to 512 bytes');
      },
    );

    test('no text with a missing part between any two signs is an id', () => {
      const separator = fc
        .string({ unit: 'binary', minLength: 1 })
        .filter((text) => !/[\p{L}\p{N}@]/u.test(text));
      const word = fc.constantFrom('undefined', 'null', 'NaN', '[object Object]', 'Invalid Date');
      const { flinks } = startTestServer();
      fc.assert(
        fc.property(separator, word, separator, (before, missing, after) => {
          for (const id of [
            `acme${before}${missing}`,
            `${missing}${after}7`,
            `a${before}${missing}${after}7`,
          ])
            expect(() => flinks.forUser(id)).toThrow(expect.objectContaining({ code: 'not-signed-in' }));
        }),
      );
    });

    describe('with a Response', () => {
      const redirect = (location: string, status = 302) =>
        new Response(null, { status, headers: { location, 'set-cookie': 'next=1' } });
      const answering = (response: Response, how: 'returns' | 'throws') =>
        startTestServer({
          server: {
            allowedOrigins: ['https://front.example'],
            store: createMemoryStore(),
            identify: () => {
              if (how === 'throws') throw response;
              return response;
            },
          },
        });
      const cases: readonly [string, () => Response, number][] = [
        ['401', () => Response.json({ login: '/sign-in' }, { status: 401 }), 401],
        ['403', () => new Response('no', { status: 403 }), 403],
        ['a redirect to a path', () => redirect('/sign-in'), 302],
        ['a redirect whose headers are fixed', () => Response.redirect(`${testOrigin}/sign-in`, 303), 303],
        ['a redirect to an allowed origin', () => redirect('https://front.example/sign-in', 307), 307],
        ['a redirect elsewhere', () => redirect('https://evil.example/'), 500],
        ['a redirect to another host without a scheme', () => redirect('//evil.example/'), 500],
        ['a redirect to a sibling host', () => redirect('https://app.example.evil.example/'), 500],
        ['a redirect down to http', () => redirect('http://app.example/'), 500],
        ['a redirect to a script', () => redirect('javascript:alert(1)'), 500],
        // Behind a proxy that ends TLS these are paths for the server, and another host for the browser.
        ['a redirect to a scheme without slashes', () => redirect('https:evil.example'), 500],
        ['a redirect to a scheme with one slash', () => redirect('https:/evil.example'), 500],
        ['a redirect to a scheme with a tab in it', () => redirect('ht\ttps:evil.example'), 500],
        ['a redirect to nowhere', () => new Response(null, { status: 302 }), 500],
        ['200', () => Response.json({ connections: [] }), 500],
        ['404', () => new Response(null, { status: 404 }), 500],
      ];
      for (const how of ['returns', 'throws'] as const) {
        test.each(cases)(`one that it ${how}: %s`, async (_name, response, status) => {
          const server = answering(response(), how);
          const answer = await send(server, 'GET', '/connections', {
            headers: { origin: 'https://front.example' },
          });
          expect(answer.status).toBe(status);
          expect(server.warnings).toHaveLength(status === 500 ? 1 : 0);
          expect(answer.headers.get('cache-control')).toBe('no-store');
          expect(answer.headers.get('access-control-allow-origin')).toBe('https://front.example');
          if (status !== 500) expect(await answer.text()).toBe(await response().text());
        });
      }

      test.each(['returns', 'throws'] as const)(
        'one constant that it %s answers every request',
        async (how) => {
          const server = answering(new Response('Sign in.', { status: 401 }), how);
          const seen = [];
          for (let asked = 0; asked < 3; asked++) {
            const answers = [send(server, 'GET', '/connections'), send(server, 'GET', '/connections')];
            for (const answer of await Promise.all(answers)) seen.push([answer.status, await answer.text()]);
          }
          expect(seen).toEqual(Array.from({ length: 6 }, () => [401, 'Sign in.']));
          expect(server.warnings).toEqual([]);
        },
      );

      test('one whose body was read is sent without it', async () => {
        const response = new Response('Sign in.', { status: 403, headers: { 'content-length': '8' } });
        await response.text();
        const answer = await send(answering(response, 'returns'), 'GET', '/connections');
        expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
          403,
          null,
          '',
        ]);
      });

      test('https on this host is this origin behind a proxy that ends TLS', async () => {
        const server = answering(redirect('https://app.example/sign-in'), 'throws');
        for (const host of ['app.example', 'app.example:443']) {
          const answer = await server.flinks.handler(new Request(`http://${host}/api/flinks/connections`));
          expect([answer.status, answer.headers.getSetCookie()]).toEqual([302, ['next=1']]);
        }
      });
    });

    test('gets what the platform gave the handler, and no route does', async () => {
      const identify = vi.fn<(request: Request, context: { user: string }) => string>(
        (_request, { user }) => user,
      );
      const { clock, sandbox } = startTestServer();
      const flinks = createFlinksServer({
        endpoint: '/api/flinks',
        flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
        encryption: { keys: [testKey] },
        clock,
        onWarning: () => undefined,
        identify,
      });
      const context = { user: 'ann' };
      const answer = await flinks.handler(new Request(`${base}/connections`), context);
      expect(answer.status).toBe(200);
      expect(identify.mock.calls[0]?.[1]).toBe(context);
    });

    test('a full-page return of an unknown user goes on without using up its state', async () => {
      const server = startTestServer({
        server: {
          identify: () => undefined,
          connect: { redirect: { publicUrl: base, returnTo: '/bank' } },
        },
      });
      const answer = await send(server, 'GET', '/return/state', {
        headers: { 'sec-fetch-dest': 'document' },
      });
      expect(answer.headers.get('location')).toContain('flinks_error=return-refused');
    });

    test.each([undefined, null, '', 7])('forUser(%j) is refused', (userId) => {
      const { flinks } = startTestServer();
      // As a JavaScript app may call it.
      const forUser = (...args: unknown[]): unknown =>
        Reflect.apply(Reflect.get(flinks, 'forUser'), flinks, args);
      expect(() => forUser(userId)).toThrow(expect.objectContaining({ code: 'not-signed-in' }));
    });
  });
});

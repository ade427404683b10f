import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { createManualClock } from '@flinks-kit/sandbox';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Sealed } from '../crypto/Sealed.ts';
import { defaultTiming } from '../common/timing.ts';
import { createFlinksApi } from './createFlinksApi.ts';
import type { FlinksHeaderSets } from './FlinksCredentials.ts';

const login = new Sealed('00000000-0000-4000-8000-000000000002');
const requestId = new Sealed('00000000-0000-4000-8000-000000000001');

function apiAnswering(answer: (request: Request) => unknown, headers: Partial<FlinksHeaderSets> = {}) {
  const clock = createManualClock();
  const requests: Request[] = [];
  const api = createFlinksApi(
    {
      instance: 'example-ca',
      customerId: 'customer',
      secretKey: 'the-secret',
      apiKey: 'the-api-key',
      bearer: 'the-bearer',
      headers,
      fetch: async (request) => {
        requests.push(request.clone());
        const answered = await answer(request);
        return answered instanceof Response ? answered : Response.json(answered);
      },
    },
    { clock, timing: defaultTiming },
  );
  return { api, clock, requests };
}

const done = { HttpStatusCode: 200, Token: 'one-time-token' };
const secrets = ['flinks-auth-key', 'x-api-key', 'authorization'];
const sentSecrets = (request: Request) =>
  Object.fromEntries([...request.headers].filter(([name]) => secrets.includes(name)));

describe('createFlinksApi', () => {
  afterEach(() => void vi.unstubAllGlobals());

  test('each endpoint is called by its verb, at its path, with its own key and no other', async () => {
    const { api, requests } = apiAnswering(() => done);
    await api.authorize({ login, live: false, language: 'fr' });
    await api.getSummary(requestId);
    await api.getSummaryAsync(requestId);
    await api.getDetail(requestId, ['a']);
    await api.getDetailAsync(requestId);
    await api.deleteCard(login);
    await api.getNightlyRefreshStatus();
    const called = requests.map((request) => [
      request.method,
      new URL(request.url).pathname.split('/BankingServices')[1],
      sentSecrets(request),
    ]);
    expect(called).toEqual([
      ['POST', '/GenerateAuthorizeToken', { 'flinks-auth-key': 'the-secret' }],
      ['POST', '/Authorize', { 'flinks-auth-key': 'one-time-token' }],
      ['POST', '/GetAccountsSummary', { 'x-api-key': 'the-api-key' }],
      ['GET', `/GetAccountsSummaryAsync/${requestId.reveal()}`, { 'x-api-key': 'the-api-key' }],
      ['POST', '/GetAccountsDetail', { 'x-api-key': 'the-api-key' }],
      ['GET', `/GetAccountsDetailAsync/${requestId.reveal()}`, { 'x-api-key': 'the-api-key' }],
      ['DELETE', `/DeleteCard/${login.reveal()}`, { 'x-api-key': 'the-api-key' }],
      ['GET', '/GetNightlyRefreshStatus', { authorization: 'Bearer the-bearer' }],
    ]);
    expect(requests[0]?.url).toMatch(
      /^https:\/\/example-ca-api\.private\.fin\.ag\/v3\/customer\/BankingServices\//,
    );
  });

  test('a header set can be replaced, since Flinks’ pages disagree', async () => {
    const { api, requests } = apiAnswering(() => done, {
      authorize: (token) => ({ 'flinks-auth-key': token, authorization: 'Bearer the-bearer' }),
    });
    await api.authorize({ login, live: false, language: 'en' });
    expect(sentSecrets(requests[1] ?? new Request('https://none.example'))).toEqual({
      'flinks-auth-key': 'one-time-token',
      authorization: 'Bearer the-bearer',
    });
  });

  test.each([
    ['cached', false, { LoginId: login.reveal(), MostRecentCached: true, Language: 'en' }],
    ['live', true, { LoginId: login.reveal(), MostRecentCached: false, Save: true, Language: 'en' }],
  ])('a %s Authorize has the documented body', async (_name, live, body) => {
    const { api, requests } = apiAnswering(() => done);
    await api.authorize({ login, live, language: 'en' });
    expect(await requests[1]?.json()).toEqual(body);
  });

  test('every Authorize has a token of its own', async () => {
    let minted = 0;
    const { api, requests } = apiAnswering(({ url }) => ({
      ...done,
      ...(url.endsWith('Token') ? { Token: `token-${++minted}` } : {}),
    }));
    await api.authorize({ login, live: false, language: 'en' });
    await api.authorize({ login, live: false, language: 'en' });
    const used = requests.filter(({ url }) => url.endsWith('/Authorize')).map(sentSecrets);
    expect(used).toEqual([{ 'flinks-auth-key': 'token-1' }, { 'flinks-auth-key': 'token-2' }]);
  });

  test('a refused secret key is an error that names what to check', async () => {
    const refused = {
      HttpStatusCode: 401,
      Message: 'You must provide a valid auth key',
      FlinksCode: 'UNAUTHORIZED',
    };
    const { api } = apiAnswering(() => Response.json(refused, { status: 401 }));
    await expect(api.mintToken()).rejects.toMatchObject({
      code: 'flinks-keys-refused',
      flinksCode: 'UNAUTHORIZED',
      message: expect.stringContaining('Check the secret key'),
    });
  });

  test('SetScheduledRefresh: the bare sentence is a success, an object is Flinks’ refusal', async () => {
    const sentence = apiAnswering(() =>
      Response.json('LoginId x has now been activated for automatic refresh'),
    );
    expect(await sentence.api.setNightlyRefresh(login, true)).toBeNull();
    expect(await sentence.requests[0]?.json()).toEqual({ loginId: login.reveal(), isActivated: true });

    const refused = apiAnswering(() =>
      Response.json({ HttpStatusCode: 400, FlinksCode: 'INVALID_REQUEST' }, { status: 400 }),
    );
    expect(await refused.api.setNightlyRefresh(login, true)).toMatchObject({ flinksCode: 'INVALID_REQUEST' });
  });

  test.each([
    ['a lost network', () => Promise.reject(new TypeError('fetch failed')), 'flinks-unreachable'],
    ['an HTML page with 200', () => new Response('<!doctype html>'), 'flinks-unreadable'],
    ['an empty answer', () => new Response(''), 'flinks-unreadable'],
    [
      'a body that breaks off',
      () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error('reset')) })),
      'flinks-unreachable',
    ],
  ])('%s is a typed error', async (_name, answer, code) => {
    const { api } = apiAnswering(answer);
    await expect(api.getSummary(requestId)).rejects.toMatchObject({
      name: 'FlinksKitError',
      code,
      retry: true,
    });
  });

  test('a call without an answer ends after Flinks’ own 210 seconds, and is aborted', async () => {
    const { api, clock, requests } = apiAnswering(() => new Promise(() => {}));
    const call = api.getSummary(requestId);
    clock.advance(210_000);
    expect(requests[0]?.signal.aborted).toBe(false);
    clock.advance(10_000);
    await expect(call).rejects.toMatchObject({ code: 'flinks-unreachable' });
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  test('answers that arrive together are all received before one is read', async () => {
    const order: string[] = [];
    // The second answer is a hundred steps behind the first.
    const delays = [0, 100];
    vi.stubGlobal('fetch', async () => {
      for (let left = delays.shift() ?? 0; left > 0; left -= 1) await Promise.resolve();
      order.push('received');
      return new Response(bodyThat(() => order.push('read')));
    });
    const api = createFlinksApi(
      { instance: 'example-ca', customerId: 'customer', secretKey: 'the-secret', apiKey: 'the-api-key' },
      { clock: createManualClock(), timing: defaultTiming },
    );
    await Promise.all([api.mintToken(), api.mintToken()]);
    expect(order).toEqual(['received', 'received', 'read', 'read']);
  });

  describe('a redirect by Flinks’ host', () => {
    async function listen(listener: RequestListener) {
      const server = createServer(listener).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
      return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
    }

    test.each([301, 302, 303, 307, 308])(
      'with status %i is not followed, so no key goes to another host',
      async (status) => {
        const received: string[] = [];
        const other = await listen((request, response) => {
          received.push(JSON.stringify(request.headers));
          response.end(JSON.stringify(done));
        });
        const flinks = await listen((_request, response) => {
          response.writeHead(status, { location: `${other.url}/stolen` }).end();
        });
        const api = createFlinksApi(
          {
            instance: 'example-ca',
            customerId: 'c',
            secretKey: 'the-secret',
            apiKey: 'k',
            apiUrl: flinks.url,
          },
          { clock: createManualClock(), timing: defaultTiming },
        );
        try {
          await expect(api.mintToken()).rejects.toMatchObject({ code: 'flinks-unreachable' });
          await expect(api.getSummary(requestId)).rejects.toMatchObject({ code: 'flinks-unreachable' });
          expect(received).toEqual([]);
        } finally {
          flinks.close();
          other.close();
        }
      },
    );

    test.each([301, 302, 303, 307, 308])(
      'with status %i that a fetch function passes on is a failed call',
      async (status) => {
        const { api, requests } = apiAnswering(
          () => new Response(null, { status, headers: { location: 'https://other.example/' } }),
        );
        await expect(api.getSummary(requestId)).rejects.toMatchObject({ code: 'flinks-unreachable' });
        expect(requests.map(({ redirect }) => redirect)).toEqual(['manual']);
      },
    );
  });

  describe('what a fetch function throws', () => {
    const spoiled = `https://api.example/v3/c/BankingServices/DeleteCard/${login.reveal()}`;

    test.each<[string, () => unknown]>([
      ['an error that quotes the address', () => new TypeError(`Failed to parse URL from ${spoiled}`)],
      ['the same as a cause', () => new TypeError('fetch failed', { cause: new Error(spoiled) })],
      ['a text', () => spoiled],
      ['a text as a cause', () => new TypeError('fetch failed', { cause: spoiled })],
      ['an error that is named by it', () => Object.assign(new Error('no'), { name: spoiled })],
      ['an error that is its own cause', () => ownCause(spoiled)],
      ['the request itself', () => new Request(spoiled, { headers: { 'x-api-key': 'the-api-key' } })],
    ])('%s leaves no LoginId and no key in the error', async (_name, thrown) => {
      const { api } = apiAnswering(() => Promise.reject(thrown()));
      const error: unknown = await api.deleteCard(login).catch((cause: unknown) => cause);
      expect(error).toMatchObject({ code: 'flinks-unreachable' });
      const printed = inspect(error, { depth: 9, showHidden: true });
      expect(printed).not.toContain(login.reveal());
      expect(printed).not.toContain('the-api-key');
    });

    test('its code stays, since it names what to check', async () => {
      const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
      const { api } = apiAnswering(() => Promise.reject(new TypeError('fetch failed', { cause: refused })));
      const error: unknown = await api.mintToken().catch((cause: unknown) => cause);
      expect(inspect(error, { depth: 9 })).toContain('ECONNREFUSED');
    });

    test('an answer that is no JSON is not quoted', async () => {
      const { api } = apiAnswering(() => new Response(`<html>${login.reveal()}`));
      const error: unknown = await api.getSummary(requestId).catch((cause: unknown) => cause);
      expect(error).toMatchObject({ code: 'flinks-unreadable' });
      expect(inspect(error, { depth: 9 })).not.toContain(login.reveal());
    });
  });

  test('eight answers of 30 MB at once take 128 MiB together, and keep no short one out', async () => {
    const megabyte = new TextEncoder().encode(' '.repeat(1024 * 1024));
    let release = (): void => undefined;
    const isOver = new Promise<void>((resolve) => (release = resolve));
    let sent = 0;
    const long = (): Response => {
      let left = 30;
      return new Response(
        new ReadableStream({
          async pull(body) {
            if (left === 0) await isOver;
            if (left === 0) return body.close();
            body.enqueue(megabyte);
            left -= 1;
            sent += 1;
          },
        }),
      );
    };
    const { api } = apiAnswering((request) =>
      request.url.includes('Summary') ? long() : Response.json(done),
    );
    const outcomes = Array.from({ length: 8 }, () =>
      api.getSummary(requestId).then(
        () => 'read',
        (error: unknown) => String(Reflect.get(Object(error), 'code')),
      ),
    );
    // Those that were too much have ended.
    await Promise.race(outcomes);
    expect(await api.getDetail(requestId, null)).toMatchObject({ kind: 'done' });
    release();
    const ended = await Promise.all(outcomes);
    console.log(`eight answers of 30 MiB at once: ${sent} MiB were read (240 before)`);
    // Whole, they are no JSON.
    expect(ended.filter((code) => code === 'flinks-unreadable')).toHaveLength(4);
    expect(ended.filter((code) => code === 'flinks-unreachable')).toHaveLength(4);
  });

  test('an answer of 600 MB is read to 32 MiB and no further', async () => {
    let sent = 0;
    let isCancelled = false;
    const { api } = apiAnswering(
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              if (sent >= 600) controller.close();
              else controller.enqueue(new Uint8Array(1024 * 1024));
              sent += 1;
            },
            cancel: () => void (isCancelled = true),
          }),
        ),
    );
    await expect(api.getSummary(requestId)).rejects.toMatchObject({ code: 'flinks-unreachable' });
    console.log(`of 600 MiB ${sent} were read (600 before)`);
    expect(sent).toBeLessThan(36);
    expect(isCancelled).toBe(true);
  });
});

function ownCause(message: string): Error {
  const error = new TypeError(message);
  error.cause = error;
  return error;
}

/** A body that is made when it is read. */
function bodyThat(onRead: () => void): ReadableStream<Uint8Array> {
  const pull = (body: ReadableStreamDefaultController<Uint8Array>): void => {
    onRead();
    body.enqueue(new TextEncoder().encode(JSON.stringify(done)));
    body.close();
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

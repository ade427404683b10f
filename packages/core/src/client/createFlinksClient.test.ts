import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FlinksKitError } from '../codes/FlinksKitError.ts';
import { createFlinksClient, type HttpFlinksClient } from './createFlinksClient.ts';
import { startReport } from '../session/report.ts';
import { clientHeader } from './flinksRoutes.ts';

const endpoint = 'https://app.example/api/flinks';
const report = startReport('s1', Date.parse('2026-01-05T15:00:00Z'));

function clientAnswering(answer: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = [];
  const client = createFlinksClient({
    endpoint,
    userId: 'u1',
    fetch: async (request) => {
      requests.push(request.clone());
      return answer(request);
    },
  });
  return { client, requests };
}

const anything = () => Response.json({});

describe('createFlinksClient', () => {
  test.each([
    ['openSession', 'POST', '/sessions', (c) => c.openSession({ language: 'fr' })],
    ['getSession', 'GET', '/sessions/s1', (c) => c.getSession('s1')],
    ['linkConnection', 'POST', '/connections', (c) => c.linkConnection({ loginId: 'l', accountIds: [] })],
    ['listConnections', 'GET', '/connections', (c) => c.listConnections()],
    ['getConnection', 'GET', '/connections/c1', (c) => c.getConnection('c1')],
    ['getAccounts', 'GET', '/connections/c1/accounts', (c) => c.getAccounts('c1')],
    ['refreshConnection', 'POST', '/connections/c1/refresh', (c) => c.refreshConnection('c1')],
    ['setNightlyRefresh', 'PUT', '/connections/c1/nightly-refresh', (c) => c.setNightlyRefresh('c1', true)],
    ['listInstitutions', 'GET', '/institutions?language=fr', (c) => c.listInstitutions('fr')],
    ['deleteConnection', 'DELETE', '/connections/c1', (c) => c.deleteConnection('c1')],
  ] satisfies [
    string,
    string,
    string,
    (client: ReturnType<typeof createFlinksClient>) => Promise<unknown>,
  ][])('%s is one %s of %s, marked as ours', async (_name, method, path, run) => {
    const { client, requests } = clientAnswering(anything);
    // The answer is not what the route returns; the next test is about that.
    await run(client).catch(() => undefined);
    expect(requests.map((request) => [request.method, request.url])).toEqual([[method, endpoint + path]]);
    expect(requests[0]?.headers.get(clientHeader)).toBe('1');
    expect(requests[0]).toMatchObject({ credentials: 'same-origin', keepalive: false });
  });

  test.each(['../sessions/x?y', '..', '.', '%2e%2e', '%2E', '..%2f..', '', 'c1#', 'é\ud800', 'c1\n'])(
    'an id cannot leave its path segment: %j',
    async (id) => {
      const { client, requests } = clientAnswering(() => Response.json(connection));
      await client.getConnection(id);
      await client.setNightlyRefresh(id, true);
      client.sendReport(id, report);
      // One segment, which no route of the server takes for an id.
      expect(requests.map(({ url }) => url.slice(endpoint.length))).toEqual([
        expect.stringMatching(/^\/connections\/[^/]*~[^/]*$/),
        expect.stringMatching(/^\/connections\/[^/]*~[^/]*\/nightly-refresh$/),
        expect.stringMatching(/^\/sessions\/[^/]*~[^/]*\/report$/),
      ]);
    },
  );

  test('an id of ours is sent as it is', async () => {
    const { client, requests } = clientAnswering(() => Response.json(connection));
    await client.getConnection('Az09_-');
    expect(requests[0]?.url).toBe(`${endpoint}/connections/Az09_-`);
  });

  test('a refusal keeps our code, the FlinksCode and whether to retry', async () => {
    const { client } = clientAnswering(() =>
      Response.json(
        {
          title: 'Needs the user',
          status: 409,
          code: 'needs-user',
          detail: 'Sign in again.',
          flinksCode: 'NEW_ACCOUNT',
          retry: false,
        },
        { status: 409, headers: { 'content-type': 'application/problem+json' } },
      ),
    );
    await expect(client.getAccounts('c1')).rejects.toMatchObject({
      name: 'FlinksKitError',
      message: 'Sign in again.',
      code: 'needs-user',
      flinksCode: 'NEW_ACCOUNT',
      retry: false,
      status: 409,
    });
  });

  test('nothing of the body but what a refusal has becomes part of the error', async () => {
    const { client } = clientAnswering(() =>
      Response.json(
        {
          code: 'c',
          detail: 'No.',
          retry: 'later',
          status: 200,
          cause: { loginId: 'l' },
          name: 'x',
          stack: 'y',
        },
        { status: 409 },
      ),
    );
    const error = await client.listConnections().catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      name: 'FlinksKitError',
      code: 'c',
      flinksCode: null,
      retry: false,
      status: 409,
    });
    expect(error).not.toHaveProperty('cause');
  });

  test.each<[string, unknown, object]>([
    ['a text', 'NEW_CODE', { code: 'c', flinksCode: 'NEW_CODE' }],
    ...[7, {}, [], true, null, undefined].map((given): [string, unknown, object] => [
      JSON.stringify(given) ?? 'missing',
      given,
      { code: 'c', message: 'No.', flinksCode: null },
    ]),
  ])('a refusal whose flinksCode is %s', async (_name, flinksCode, expected) => {
    const { client } = clientAnswering(() =>
      Response.json({ code: 'c', detail: 'No.', flinksCode }, { status: 409 }),
    );
    await expect(client.listConnections()).rejects.toMatchObject(expected);
  });

  test.each<[string, () => Response | Promise<Response>, object]>([
    [
      'an answer that a fetch function of the app read already',
      async () => {
        const answer = Response.json([], { status: 503 });
        await answer.text();
        return answer;
      },
      { code: 'answer-unreadable', retry: true, status: 503 },
    ],
    [
      'an HTML page with 200',
      () => new Response('<!doctype html>', { status: 200 }),
      { code: 'answer-unreadable', retry: false },
    ],
    [
      'an empty answer with 502',
      () => new Response('', { status: 502 }),
      { code: 'answer-unreadable', retry: true },
    ],
    [
      'no content (204)',
      () => new Response(null, { status: 204 }),
      { code: 'answer-unreadable', status: 204 },
    ],
    [
      'not modified (304)',
      () => new Response(null, { status: 304 }),
      { code: 'answer-unreadable', status: 304 },
    ],
    [
      'a sign-in page after a redirect',
      () => new Response('<html><form action="/login">', { headers: { 'content-type': 'text/html' } }),
      { code: 'answer-unreadable', retry: false },
    ],
    ['JSON that is cut off', () => new Response('[{"id":"c1"'), { code: 'answer-unreadable', retry: false }],
    ['two JSON texts in one', () => new Response('[][]'), { code: 'answer-unreadable', retry: false }],
    [
      'a problem without a code',
      () => Response.json({ title: 'Bad Gateway', detail: 'upstream' }, { status: 502 }),
      { code: 'answer-unreadable', retry: true, status: 502 },
    ],
    [
      'an answer that breaks off',
      () =>
        new Response(
          new ReadableStream({
            start: (controller) => controller.enqueue(new TextEncoder().encode('[')),
            pull: (controller) => controller.error(new TypeError('terminated')),
          }),
        ),
      { code: 'unreachable', retry: true },
    ],
    [
      'a lost network',
      () => Promise.reject(new TypeError('fetch failed')),
      { code: 'unreachable', retry: true },
    ],
    // As a mock without a return value gives it.
    ['nothing', () => Reflect.get({}, 'nothing'), { code: 'unreachable', retry: true }],
  ])('%s is an error that states it', async (_name, answer, expected) => {
    const { client } = clientAnswering(answer);
    const error = await client.listConnections().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(FlinksKitError);
    expect(error).toMatchObject(expected);
  });

  const connection = {
    id: 'c1',
    institution: 'FlinksCapital',
    createdAt: '2026-11-01T12:00:00Z',
    lastRefreshAt: null,
    accounts: null,
    duplicates: [],
    health: { status: 'ok', flinksCode: null },
  };
  const listed = { id: 'a', title: 'Chequing', mask: '•••• 1000', category: 'Operations' };
  const account = {
    ...listed,
    type: null,
    currency: 'CAD',
    balance: { available: null, current: 5, limit: null },
    eft: { status: 'unknown', reasons: [], missing: [] },
  };
  const snapshot = { status: 'ready', accounts: [account], asOf: null, retryAfterMs: null };

  describe('the answer of a route', () => {
    const calls = {
      openSession: [(c) => c.openSession({}), { connectUrl: 'https://x.example/' }],
      getSession: [(c) => c.getSession('s'), { status: 'connected', connection }],
      linkConnection: [(c) => c.linkConnection({ loginId: 'l', accountIds: [] }), connection],
      listConnections: [(c) => c.listConnections(), [connection]],
      getConnection: [(c) => c.getConnection('c'), connection],
      getAccounts: [(c) => c.getAccounts('c'), snapshot],
      refreshConnection: [(c) => c.refreshConnection('c'), { status: 'done', connection }],
      setNightlyRefresh: [(c) => c.setNightlyRefresh('c', true), connection],
      listInstitutions: [(c) => c.listInstitutions('en'), [{ id: '14', name: 'Bank', country: 'CA' }]],
      deleteConnection: [(c) => c.deleteConnection('c'), { status: 'deleted' }],
    } satisfies Record<string, readonly [(client: HttpFlinksClient) => Promise<unknown>, unknown]>;
    const others = [
      ...[
        'null',
        '0',
        '"text"',
        '{}',
        '[]',
        '[null]',
        '{"__proto__":{"id":"c1","connectUrl":"x"}}',
        '<!doctype html>',
        '',
      ],
      ...[
        '{"status":1,"id":{},"connectUrl":null}',
        '{"status":"connected"}',
        '{"status":"ready","accounts":[null]}',
      ],
    ];

    test.each(Object.entries(calls))('%s returns what its route returns', async (_name, [run, answer]) => {
      const { client } = clientAnswering(() => Response.json(answer));
      await expect(run(client)).resolves.toEqual(answer);
    });

    test.each(Object.entries(calls))('%s rejects any other answer as unreadable', async (name, [run]) => {
      for (const text of others) {
        const isAnswer =
          (['listConnections', 'listInstitutions'].includes(name) && text === '[]') ||
          (name === 'deleteConnection' && text.startsWith('{"status":"'));
        if (isAnswer) continue;
        if (name === 'getSession' && text.includes('"ready"')) continue;
        const { client } = clientAnswering(() => new Response(text));
        await expect(run(client), text).rejects.toMatchObject({ code: 'answer-unreadable' });
      }
    });

    test.each([
      ['missing', undefined],
      ['a number', 3],
      ['a list of nothing', [null]],
      ['without an id', [{ ...listed, id: 1 }]],
    ])('a connection whose accounts are %s is unreadable', async (_name, accounts) => {
      const { client } = clientAnswering(() => Response.json([{ ...connection, accounts }]));
      await expect(client.listConnections()).rejects.toMatchObject({ code: 'answer-unreadable' });
    });

    test.each<[unknown, boolean]>([
      [true, true],
      [false, true],
      [undefined, true],
      ['false', false],
      [0, false],
      [{}, false],
    ])(
      'a connection whose hasMissingAccounts is %j: it can be read is %j',
      async (hasMissingAccounts, isRead) => {
        const { client } = clientAnswering(() => Response.json({ ...connection, hasMissingAccounts }));
        const read = client.getConnection('c1').then(
          () => true,
          (error: unknown) => error instanceof FlinksKitError && error.code !== 'answer-unreadable',
        );
        expect(await read).toBe(isRead);
      },
    );

    test('a connection without its duplicates is unreadable', async () => {
      const { client } = clientAnswering(() => Response.json({ ...connection, duplicates: undefined }));
      await expect(client.getConnection('c1')).rejects.toMatchObject({ code: 'answer-unreadable' });
    });

    test('a connection lists its accounts, with or without a title and a mask', async () => {
      const accounts = [listed, { ...listed, title: null, mask: null }];
      const { client } = clientAnswering(() => Response.json({ ...connection, accounts }));
      await expect(client.getConnection('c1')).resolves.toMatchObject({ accounts });
    });

    test('an error of a foreign fetch function is not kept as the cause: it may carry the LoginId', async () => {
      const { client } = clientAnswering((request) =>
        Promise.reject(Object.assign(new Error('no'), { request })),
      );
      const error = await client
        .linkConnection({ loginId: 'l', accountIds: [] })
        .catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'unreachable' });
      expect(error).not.toHaveProperty('cause');
    });
  });

  test('userId and scope are data for cache keys, and nothing of the endpoint', () => {
    expect(createFlinksClient({ endpoint, userId: 'ann', scope: 'loans' })).toMatchObject({
      userId: 'ann',
      scope: 'loans',
    });
    const { userId, scope } = createFlinksClient({ endpoint, userId: null });
    expect([userId, scope]).toEqual([null, undefined]);
  });

  test('a byte order mark before the JSON is no part of it', async () => {
    const { client } = clientAnswering(() => new Response(`\uFEFF${JSON.stringify([connection])}`));
    await expect(client.listConnections()).resolves.toEqual([connection]);
  });

  test('the fetch function of a browser can be passed as it is: it is called without a receiver', async () => {
    const ownFetch = vi.fn(function (this: unknown, _request: Request) {
      if (this !== undefined) throw new TypeError('Illegal invocation');
      return Promise.resolve(Response.json([]));
    });
    await createFlinksClient({ endpoint, userId: 'u1', fetch: ownFetch }).listConnections();
    expect(ownFetch).toHaveBeenCalledOnce();
  });

  test('a browser without URL.canParse makes the request', async () => {
    vi.stubGlobal('URL', class extends URL {});
    Object.assign(URL, { canParse: undefined });
    const { client, requests } = clientAnswering(() => Response.json({ connectUrl: 'https://x.example/' }));
    await client.openSession({}).finally(() => vi.unstubAllGlobals());
    expect(requests).toHaveLength(1);
  });

  test('an abort rejects with the reason of the signal, not with an error of ours', async () => {
    const controller = new AbortController();
    const { client } = clientAnswering(
      (request) =>
        new Promise((_resolve, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason));
        }),
    );
    const answer = client.listConnections({ signal: controller.signal });
    controller.abort(new Error('the page moved on'));
    await expect(answer).rejects.toThrow('the page moved on');
  });

  test('a report never rejects, whatever the server does', async () => {
    const { client, requests } = clientAnswering(() => new Response('no', { status: 500 }));
    client.sendReport('s1', report);
    await expect.poll(() => requests.length).toBe(1);
    expect(requests[0]?.url).toBe(`${endpoint}/sessions/s1/report`);
    expect(requests[0]?.keepalive).toBe(true);
  });

  describe('on a page', () => {
    const sent: { readonly url: string; readonly type: string; readonly body: Promise<unknown> }[] = [];
    let isQueueFull = false;

    beforeEach(() => {
      sent.length = 0;
      isQueueFull = false;
      vi.stubGlobal('location', new URL('https://app.example/bank'));
      vi.stubGlobal('navigator', {
        sendBeacon(url: string, body: Blob) {
          if (isQueueFull) return false;
          return sent.push({ url, type: body.type, body: body.text().then((text) => JSON.parse(text)) }) > 0;
        },
      });
      vi.stubGlobal(
        'fetch',
        vi.fn(async () => Response.json({})),
      );
    });
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    test('a report leaves as a beacon of JSON', async () => {
      createFlinksClient({ endpoint: '/api/flinks', userId: 'u1' }).sendReport('s1', report);
      expect(sent).toMatchObject([{ url: `${endpoint}/sessions/s1/report`, type: 'application/json' }]);
      expect(await sent[0]?.body).toEqual(report);
      expect(fetch).not.toHaveBeenCalled();
    });

    test('a full queue, or a server elsewhere, gets a request that outlives the page', async () => {
      isQueueFull = true;
      createFlinksClient({ endpoint: '/api/flinks', userId: 'u1' }).sendReport('s1', report);
      isQueueFull = false;
      createFlinksClient({ endpoint: 'https://api.example/flinks', userId: 'u1' }).sendReport('s1', report);
      expect(sent).toEqual([]);
      const requests = vi.mocked(fetch).mock.calls.map(([request]) => request);
      expect(requests).toMatchObject([{ keepalive: true }, { keepalive: true }]);
    });

    test("an app's own fetch function receives the report, too", async () => {
      const { client, requests } = clientAnswering(anything);
      client.sendReport('s1', report);
      expect(requests).toHaveLength(1);
      expect(sent).toEqual([]);
    });
  });

  test('a path without a page to resolve it against is an error with what to give instead', async () => {
    const client = createFlinksClient({ endpoint: '/api/flinks', userId: 'u1' });
    await expect(client.listConnections()).rejects.toThrow('Give the whole address');
  });
});

describe('createFlinksClient checks its options', () => {
  const good = { endpoint: '/api/flinks', userId: 'u1' };
  // As JavaScript may call it, past the types.
  const create = (options: unknown) => () => Reflect.apply(createFlinksClient, undefined, [options]);
  const options = ['endpoint', 'userId', 'fetch', 'scope', 'credentials'];

  test.each(options)('%s: a promise, a symbol and an object are named with what to write', (name) => {
    const sentence = (shown: string) => new RegExp(`createFlinksClient: ${name} is ${shown}\\. Write `);
    expect(create({ ...good, [name]: Promise.resolve() })).toThrow(sentence('a promise \\(await it\\)'));
    expect(create({ ...good, [name]: Symbol('x') })).toThrow(sentence('Symbol\\(x\\)'));
    expect(create({ ...good, [name]: {} })).toThrow(sentence('an object'));
  });

  test.each(['/api/flinks?x=1', '/api/flinks#x', '/api/flinks?', 'https://app.example/api/flinks?x=1'])(
    'endpoint: what follows the path is named: %s',
    (endpointGiven) => {
      expect(create({ ...good, endpoint: endpointGiven })).toThrow(
        `createFlinksClient: endpoint is "${endpointGiven}". Write the path of your server, such as "/api/flinks", without "?" and "#".`,
      );
    },
  );

  test.each(options)('%s: undefined is named, or leaves the option out', (name) => {
    const call = create({ ...good, [name]: undefined });
    if (name === 'endpoint' || name === 'userId') expect(call).toThrow(`${name} is undefined. Write `);
    else expect(call).not.toThrow();
  });

  test.each(options)('%s: a misspelling is named with the options that there are', (name) => {
    expect(create({ ...good, [`${name}s`]: '/api' })).toThrow(
      `createFlinksClient: ${name}s is no option. The options are endpoint, userId, fetch, scope, credentials.`,
    );
  });

  test.each([
    [undefined, 'the options are undefined'],
    [null, 'the options are null'],
    [Promise.resolve(good), 'the options are a promise (await it)'],
    ['/api/flinks', 'the options are "/api/flinks"'],
  ])('%j in place of the options', (given, sentence) => {
    expect(create(given)).toThrow(sentence);
  });
});

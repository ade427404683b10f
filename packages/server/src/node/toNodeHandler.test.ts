import { Agent, createServer, IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { connect, constants, createServer as createHttp2Server, type Http2ServerRequest } from 'node:http2';
import { type Server, Socket } from 'node:net';
import * as fc from 'fast-check';
import onHeaders from 'on-headers';
import serverless from 'serverless-http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FetchHandler } from '@flinks-kit/core';
import { createSandbox } from '@flinks-kit/sandbox';
import { testKey } from '../../test/startTestServer.ts';
import { createFlinksServer } from '../createFlinksServer.ts';
import { createMemoryStore } from '../store/createMemoryStore.ts';
import { readRequest } from './readRequest.ts';
import { toNodeHandler } from './toNodeHandler.ts';
import type { NodeResponse } from './writeWebResponse.ts';

const opened: { close(): void }[] = [];
describe('toNodeHandler', () => {
  afterEach(() => {
    for (const server of opened.splice(0)) server.close();
  });

  type Before = (incoming: object, body: Buffer) => void;

  /** What `onError` got. */
  const errors: unknown[] = [];

  /** A real server; `before` plays a body parser that ran ahead of us. */
  async function serve(handler: FetchHandler, before?: Before): Promise<string> {
    errors.length = 0;
    const listener = toNodeHandler(handler, { onError: (error) => errors.push(error) });
    const server = createServer((incoming, outgoing) => {
      if (before === undefined) return void listener(incoming, outgoing);
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        before(incoming, Buffer.concat(chunks));
        void listener(incoming, outgoing);
      });
    });
    return listen(server);
  }

  async function listen(server: Server): Promise<string> {
    opened.push(server);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
    return `http://localhost:${address.port}`;
  }

  const echo: FetchHandler = async (request) =>
    Response.json({
      method: request.method,
      url: new URL(request.url).pathname,
      host: new URL(request.url).host,
      body: await request.text(),
      header: request.headers.get('x-sent'),
    });

  const body = '{ "spaces":  "kept", "é": 1 }';

  test('method, address, headers and the raw bytes arrive as they were sent', async () => {
    const url = await serve(echo);
    const answer = await fetch(`${url}/a/b?c=d`, { method: 'POST', body, headers: { 'x-sent': 'yes' } });
    expect(await answer.json()).toEqual({
      method: 'POST',
      url: '/a/b',
      host: new URL(url).host,
      body,
      header: 'yes',
    });
  });

  test.each<[string, Before, string]>([
    ['kept the raw bytes', (incoming, raw) => Object.assign(incoming, { body: raw }), body],
    ['kept the text', (incoming, raw) => Object.assign(incoming, { body: raw.toString() }), body],
    [
      'parsed the JSON and kept the bytes beside it',
      (incoming, raw) => Object.assign(incoming, { body: JSON.parse(raw.toString()), rawBody: raw }),
      body,
    ],
    [
      'parsed the JSON',
      (incoming, raw) => Object.assign(incoming, { body: JSON.parse(raw.toString()) }),
      JSON.stringify(JSON.parse(body)),
    ],
    ...[true, '', new Uint8Array(), [Buffer.from(body)], {}, 7, null].map(
      (rawBody): [string, Before, string] => [
        `parsed the JSON and left a rawBody that is no body: ${JSON.stringify(rawBody)}`,
        (incoming, raw) => Object.assign(incoming, { body: JSON.parse(raw.toString()), rawBody }),
        JSON.stringify(JSON.parse(body)),
      ],
    ),
    ['left nothing', () => undefined, ''],
  ])('behind a parser that %s', async (_name, before, expected) => {
    const url = await serve(echo, before);
    const answer = await fetch(url, { method: 'POST', body });
    expect(await answer.json()).toMatchObject({ body: expected });
  });

  describe('a body that middleware has decoded', () => {
    const decodings = ['utf8', 'utf16le', 'latin1', 'hex', 'base64'] as const;

    test('arrives byte by byte, however it is cut, announced and decoded', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.string({ unit: 'binary', minLength: 1 }), { maxLength: 5 }),
          fc.nat(),
          fc.constantFrom(undefined, ...decodings),
          fc.boolean(),
          async (texts, cut, decoding, isAnnounced) => {
            const sent = Buffer.from(texts.join(''));
            const at = sent.length === 0 ? 0 : cut % sent.length;
            const incoming = new IncomingMessage(new Socket());
            const length = isAnnounced ? { 'content-length': String(sent.length) } : {};
            Object.assign(incoming, { method: 'POST', url: '/', headers: { host: 'localhost', ...length } });
            if (decoding !== undefined) incoming.setEncoding(decoding);
            const reading = readRequest(incoming, () => new AbortController().signal, false);
            for (const part of [sent.subarray(0, at), sent.subarray(at), null]) incoming.push(part);
            const read = await (await reading).toRequest().arrayBuffer();
            // utf16le has no half unit at the end.
            const whole = decoding === 'utf16le' ? sent.length - (sent.length % 2) : sent.length;
            expect(Buffer.from(read).subarray(0, whole)).toEqual(sent.subarray(0, whole));
          },
        ),
      );
    });

    test.each(['99999999999999999', '300000000', '{"a":1}', '{"a":1}', 'long '.repeat(50_000)])(
      'is no length and ends no process: %.20s',
      async (text) => {
        const listener = toNodeHandler(echo);
        const url = await listen(
          createServer((incoming, outgoing) => {
            // As a recipe for `rawBody` does, which goes on at once.
            incoming.setEncoding('utf8').on('data', () => undefined);
            void listener(incoming, outgoing);
          }),
        );
        const answer = await fetch(url, { method: 'POST', body: text });
        expect([answer.status, (await answer.json()).body]).toEqual([200, text]);
      },
    );
  });

  test('a router’s mount path is not lost', async () => {
    const url = await serve(echo, (incoming) =>
      Object.assign(incoming, { originalUrl: '/api/flinks/sessions', url: '/sessions' }),
    );
    expect(await (await fetch(url)).json()).toMatchObject({ url: '/api/flinks/sessions' });
  });

  test('below a mount path of Express an absolute target means its path, too', async () => {
    const url = await serve(echo, (incoming) =>
      Object.assign(incoming, { baseUrl: '/api/flinks', url: 'http://elsewhere.example/sessions' }),
    );
    expect(await (await fetch(url)).json()).toMatchObject({
      url: '/api/flinks/sessions',
      host: new URL(url).host,
    });
  });

  test.each(['/', '/a?b=http://x.example', '?b=1', ''])(
    'an absolute target means its path %j',
    async (path) => {
      const url = await serve(async (request) => Response.json(request.url));
      const { hostname, port } = new URL(url);
      const answer = await new Promise<string>((resolve, reject) => {
        const sent = httpRequest(
          { hostname, port, path: url.replace('http:', 'HTTP:') + path },
          (incoming) => {
            let text = '';
            incoming.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text));
          },
        );
        sent.on('error', reject).end();
      });
      expect(JSON.parse(answer)).toBe(new URL(path, url).href);
    },
  );

  test.each(['//elsewhere.example/api', 'http://elsewhere.example/api', '*', '/\\elsewhere.example'])(
    'a target of %s never chooses the host',
    async (path) => {
      const url = await serve(echo);
      const { hostname, port, host } = new URL(url);
      const answer = await new Promise<string>((resolve, reject) => {
        const sent = httpRequest({ hostname, port, path }, (incoming) => {
          let text = `${incoming.statusCode} `;
          incoming.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text));
        });
        sent.on('error', reject).end();
      });
      expect(answer.startsWith('400 ') || answer.includes(`"host":"${host}"`)).toBe(true);
    },
  );

  test('several cookies stay several', async () => {
    const headers = new Headers([
      ['set-cookie', 'a=1; Path=/'],
      ['set-cookie', 'b=2; Path=/'],
    ]);
    const url = await serve(async () => new Response('ok', { status: 201, headers }));
    const answer = await fetch(url);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, ['a=1; Path=/', 'b=2; Path=/']]);
  });

  test('an empty answer stays empty', async () => {
    const url = await serve(async () => new Response(null, { status: 204 }));
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  describe.each(['HTTP/1.1', 'HTTP/2'] as const)('over %s a client that goes away', (version) => {
    interface Leaving {
      readonly headers?: Readonly<Record<string, string>>;
      /** The beginning of a body that never ends. */
      readonly start?: string;
      /** The listener runs only when the client is gone. */
      readonly isLate?: boolean;
    }

    /** Serves one request whose client leaves when it has arrived and `reached` resolves; resolves when the listener is over. */
    async function leave(handler: FetchHandler, reached: Promise<unknown>, sent: Leaving = {}) {
      errors.length = 0;
      const listener = toNodeHandler(handler, { onError: (error) => errors.push(error) });
      const over = deferred<void>();
      const arrived = deferred<void>();
      const serveOne = (incoming: IncomingMessage | Http2ServerRequest, outgoing: NodeResponse): void => {
        arrived.resolve();
        const run = () => void listener(incoming, outgoing).then(() => over.resolve());
        if (sent.isLate === true) outgoing.once('close', run);
        else run();
      };
      const url = await listen(version === 'HTTP/2' ? createHttp2Server(serveOne) : createServer(serveOne));
      const go = send(url, sent);
      await Promise.all([arrived.promise, reached]);
      go();
      await over.promise;
    }

    /** Sends a request; the function that it returns leaves without its answer. */
    function send(url: string, { headers = {}, start }: Leaving): () => void {
      const method = start === undefined ? 'GET' : 'POST';
      if (version === 'HTTP/1.1') {
        const sent = httpRequest(url, { method, headers }).on('error', () => undefined);
        if (start === undefined) sent.end();
        else sent.write(start);
        return () => void sent.destroy();
      }
      const client = connect(url).on('error', () => undefined);
      opened.push(client);
      const stream = client.request({ ...headers, ':method': method }, { endStream: start === undefined });
      stream.on('error', () => undefined);
      if (start !== undefined) stream.write(start);
      return () => stream.close(constants.NGHTTP2_CANCEL);
    }

    test('aborts the request', async () => {
      const reached = deferred<void>();
      const reasons: unknown[] = [];
      await leave(
        (request) =>
          new Promise((_answer, reject) => {
            request.signal.addEventListener('abort', () => {
              reasons.push(request.signal.reason);
              reject(request.signal.reason);
            });
            reached.resolve();
          }),
        reached.promise,
      );
      expect(String(reasons)).toContain('went away');
      expect(errors).toEqual([]);
    });

    test('is gone already where the handler begins later', async () => {
      const seen: boolean[] = [];
      await leave(
        async (request) => {
          seen.push(request.signal.aborted);
          return new Response('x');
        },
        Promise.resolve(),
        { isLate: true },
      );
      expect([seen, errors]).toEqual([[true], []]);
    });

    test.each<[string, (signal: AbortSignal) => Response]>([
      ['text', () => new Response('text')],
      ['nothing', () => new Response(null, { status: 204 })],
      [
        'an error',
        () => {
          throw new Error('planted-canary');
        },
      ],
    ])('may be answered by %s: nothing waits, and nothing is reported', async (_what, answer) => {
      const reached = deferred<void>();
      await leave(async (request) => {
        const gone = new Promise((resolve) => {
          request.signal.addEventListener('abort', resolve);
        });
        reached.resolve();
        await gone;
        return answer(request.signal);
      }, reached.promise);
      expect(errors).toEqual([]);
    });

    test.each<[string, Leaving]>([
      ['a body that is announced', { start: '{', headers: { 'content-length': '10' } }],
      ['a body of unknown length', { start: '{' }],
      [
        'an announced body, before the handler',
        { start: '{', headers: { 'content-length': '10' }, isLate: true },
      ],
      ['a body of unknown length, before the handler', { start: '{', isLate: true }],
    ])('in the middle of %s leaves nothing waiting', async (_what, sent) => {
      const reached = deferred<void>();
      const reading: FetchHandler = async (request) => new Response(await request.text());
      const handler: FetchHandler = (request) => {
        reached.resolve();
        return reading(request);
      };
      // A body that is announced is read before the handler runs.
      const isFirst = sent.headers === undefined && sent.isLate !== true;
      await leave(handler, isFirst ? reached.promise : Promise.resolve(), sent);
      expect(errors).toEqual([]);
    });

    test('before its answer is whole stops the answer', async () => {
      const reached = deferred<void>();
      const stopped = deferred<string>();
      const endless = new ReadableStream({
        pull(controller) {
          controller.enqueue(new Uint8Array(64_000));
          reached.resolve();
        },
        cancel: () => stopped.resolve('stopped'),
      });
      await leave(async () => new Response(endless), reached.promise);
      expect([await stopped.promise, errors]).toEqual(['stopped', []]);
    });
  });

  test('a client that goes away while it is answered stops the answer', async () => {
    const stopped = deferred<string>();
    const endless = () =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(64_000)),
        cancel: () => stopped.resolve('stopped'),
      });
    const url = await serve(async () => new Response(endless()));
    const answer = await fetch(url);
    await answer.body?.cancel();
    expect(await stopped.promise).toBe('stopped');
  });

  function deferred<Value>() {
    let resolve: (value: Value) => void = () => undefined;
    const promise = new Promise<Value>((settle) => {
      resolve = settle;
    });
    return { promise, resolve };
  }

  /** The answer to one request, whatever is strange about it. */
  const ask = (url: string, options: RequestOptions, sentBody?: string) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = httpRequest(url, options, (incoming) => {
        let text = '';
        incoming
          .on('data', (chunk) => (text += chunk))
          .on('end', () => resolve({ status: incoming.statusCode, text }));
      });
      sent.on('error', reject).end(sentBody);
    });

  describe('a body that is not read to its end', () => {
    const large = 'x'.repeat(300_000);

    test.each<[string, FetchHandler]>([
      ['is not looked at', async () => new Response('done')],
      [
        'is given up after its first part',
        async (request) => {
          const reader = request.body?.getReader();
          await reader?.read();
          await reader?.cancel();
          return new Response('done');
        },
      ],
      [
        'belongs to a handler that fails',
        async () => {
          throw new Error('planted-canary');
        },
      ],
    ])('and %s does not hold up the next request of its connection', async (_what, handler) => {
      const url = await serve(handler);
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      opened.push({ close: () => agent.destroy() });
      for (const headers of [{ 'content-length': large.length }, { 'transfer-encoding': 'chunked' }]) {
        // oxlint-disable-next-line no-await-in-loop -- over one connection
        const first = await ask(url, { agent, method: 'POST', headers }, large);
        // oxlint-disable-next-line no-await-in-loop
        const next = await ask(url, { agent });
        expect(next).toEqual(first);
      }
    });
  });

  describe('what cannot be answered', () => {
    test.each([new Error('planted-canary'), new TypeError('planted-canary')])(
      'a handler that rejects with %s is a 500 that is reported, and the server lives on',
      async (error) => {
        const url = await serve(async () => {
          throw error;
        });
        expect(await ask(url, {})).toEqual({ status: 500, text: '' });
        expect(errors).toEqual([error]);
      },
    );

    test.each<[string, (error: unknown) => void]>([
      [
        'throws',
        () => {
          throw new Error('no logger');
        },
      ],
      ['rejects', () => Promise.reject(new Error('no logger'))],
    ])('an onError that %s still leaves a 500, and the server lives on', async (_how, onError) => {
      const onConsole = vi.spyOn(console, 'error').mockReturnValue();
      const fails: FetchHandler = () => Promise.reject(new Error('planted-canary'));
      const url = await listen(createServer(toNodeHandler(fails, { onError })));
      expect(await ask(url, {})).toEqual({ status: 500, text: '' });
      expect(onConsole).toHaveBeenCalledOnce();
      onConsole.mockRestore();
    });

    test.each<[string, FetchHandler]>([
      ['text', async () => new Response('late')],
      ['nothing', async () => new Response(null, { status: 204 })],
    ])(
      'a timeout of middleware that answered first is whole, whatever comes late: %s',
      async (_what, late) => {
        errors.length = 0;
        const over = deferred<void>();
        const listener = toNodeHandler(
          async (request) => {
            await over.promise;
            return late(request);
          },
          { onError: (error) => errors.push(error) },
        );
        const done = deferred<void>();
        const url = await listen(
          createServer((incoming, outgoing) => {
            const answered = listener(incoming, outgoing);
            outgoing.statusCode = 503;
            outgoing.end('timeout '.repeat(2_000_000));
            over.resolve();
            void answered.then(() => done.resolve());
          }),
        );
        const answer = await ask(url, {});
        await done.promise;
        expect([answer.status, answer.text.length, errors]).toEqual([503, 16_000_000, []]);
      },
    );

    test('a header that middleware made unusable is a 500 that is reported', async () => {
      const url = await serve(echo, (incoming) => {
        Object.assign(incoming, { headers: { host: 'localhost', 'x-sent': 'a\nb' } });
      });
      expect((await ask(url, { method: 'POST' })).status).toBe(500);
      expect(errors).toHaveLength(1);
    });

    test.each<[string, RequestOptions, number]>([
      ['a host that is no host', { headers: { host: 'not a host' } }, 400],
      ['a port that is no port', { headers: { host: 'localhost:99999' } }, 400],
      ['a method that Fetch forbids', { method: 'TRACE' }, 405],
    ])('%s is the client’s fault, and nothing is reported', async (_name, options, status) => {
      const url = await serve(echo);
      expect((await ask(url, options)).status).toBe(status);
      expect(errors).toEqual([]);
    });
  });

  describe('headers', () => {
    test('what middleware set, changed and deleted arrives, and not what the client sent', async () => {
      const listener = toNodeHandler(async (request) => Response.json(Object.fromEntries(request.headers)));
      const url = await listen(
        createServer((incoming, outgoing) => {
          delete incoming.headers['x-role'];
          incoming.headers['x-user-id'] = 'ann';
          void listener(incoming, outgoing);
        }),
      );
      const answer = await fetch(url, { headers: { 'x-user-id': 'victim', 'x-role': 'admin' } });
      const seen = await answer.json();
      expect([seen['x-user-id'], seen['x-role']]).toEqual(['ann', undefined]);
    });

    test('a request of serverless-http has an empty rawHeaders', async () => {
      const run = serverless(toNodeHandler(echo));
      const event = {
        version: '2.0',
        rawPath: '/a/b',
        rawQueryString: '',
        headers: { host: 'app.example', 'content-type': 'application/json', 'x-sent': 'yes' },
        requestContext: { http: { method: 'POST', path: '/a/b' } },
        body: '{}',
        isBase64Encoded: false,
      };
      const answer: unknown = await run(event, {});
      const text = answer instanceof Object ? String(Reflect.get(answer, 'body')) : '';
      expect(JSON.parse(text)).toEqual({
        method: 'POST',
        url: '/a/b',
        host: 'app.example',
        body: '{}',
        header: 'yes',
      });
    });

    test('middleware on an old on-headers sees and adds to them', async () => {
      const headers = { 'set-cookie': 'a=1', vary: 'Origin', 'x-own': 'kept' };
      const listener = toNodeHandler(async () => Response.json({}, { headers }));
      const url = await listen(
        createServer((incoming, outgoing) => {
          outgoing.setHeader('set-cookie', 'theirs=1');
          outgoing.setHeader('vary', 'Accept-Encoding');
          onHeaders(outgoing, () => outgoing.setHeader('x-seen', String(outgoing.getHeader('x-own'))));
          void listener(incoming, outgoing);
        }),
      );
      const answer = await fetch(url);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(answer.headers.get('x-seen')).toBe('kept');
      expect(answer.headers.getSetCookie()).toEqual(['theirs=1', 'a=1']);
      expect(answer.headers.get('vary')).toBe('Accept-Encoding, Origin');
    });
  });

  test('HTTP/2 carries address, headers, cookies in parts and the body', async () => {
    const listener = toNodeHandler(async (request) =>
      Response.json({ ...(await (await echo(request)).json()), cookie: request.headers.get('cookie') }),
    );
    const server = createHttp2Server(listener);
    const url = await listen(server);
    const client = connect(url);
    const stream = client.request({
      ':path': '/a/b?c=d',
      ':method': 'POST',
      'x-sent': 'yes',
      cookie: ['a=1', 'session=abc'],
    });
    stream.end(body);
    const text = await new Promise<string>((resolve) => {
      let got = '';
      stream
        .setEncoding('utf8')
        .on('data', (chunk) => (got += chunk))
        .on('end', () => resolve(got));
    });
    client.close();
    expect(JSON.parse(text)).toEqual({
      method: 'POST',
      url: '/a/b',
      host: new URL(url).host,
      body,
      header: 'yes',
      cookie: 'a=1; session=abc',
    });
  });

  test('the handler gets Node’s own request, with what middleware left on it', async () => {
    const url = await serve(
      // The context of `toNodeHandler` is its second argument.
      async (...args: unknown[]) =>
        Response.json(Reflect.get(Reflect.get(Object(args[1]), 'incoming'), 'user')),
      (incoming) => Object.assign(incoming, { user: 'ann' }),
    );
    expect(await (await fetch(url)).json()).toBe('ann');
  });

  test('a client that went away before its request was read leaves nothing waiting', async () => {
    const listener = toNodeHandler(echo);
    const server = createServer();
    const over = new Promise<string>((resolve) => {
      server.on('request', (incoming, outgoing) => {
        incoming.on('close', () => void listener(incoming, outgoing).then(() => resolve('over')));
        client.destroy();
      });
    });
    opened.push(server);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const client = httpRequest({ port, method: 'POST', headers: { 'content-length': '10' } });
    client.on('error', () => undefined);
    client.write('{}');
    expect(await over).toBe('over');
  });

  test('an answer that breaks off is no whole answer, and is reported', async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(new Uint8Array(10)),
      pull: (controller) => controller.error(new Error('planted-canary')),
    });
    const url = await serve(async () => new Response(broken));
    await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow();
    expect(errors).toHaveLength(1);
  });

  test('the server in place of its handler is refused at once', () => {
    // As JavaScript may call it.
    expect(() => Reflect.apply(toNodeHandler, undefined, [{ handler: echo }])).toThrow(
      'toNodeHandler(flinks.handler)',
    );
  });

  test.each<[string, string, RequestInit, number]>([
    ['a list', '/connections', { headers: { 'x-user': 'ann' } }, 200],
    ['an opened session', '/sessions', post({ origin: 'https://front.example', 'x-user': 'ann' }), 201],
    ['a caller without a user', '/connections', {}, 401],
    ['a sign-in page of the app', '/connections', { headers: { 'x-user': 'sign-in' } }, 302],
    ['a change from elsewhere', '/sessions', post({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a path that is no route', '/nothing', {}, 404],
    ['a method that no route has', '/connections', { method: 'PUT', body: '{}' }, 405],
    ['a preflight', '/sessions', { method: 'OPTIONS', headers: { origin: 'https://front.example' } }, 204],
    ['a preflight of another site', '/sessions', { method: 'OPTIONS' }, 403],
    [
      'a landing',
      '/return/no-such-state',
      { headers: { 'x-user': 'ann', 'sec-fetch-mode': 'navigate' } },
      303,
    ],
    [
      'a body that is no JSON',
      '/sessions',
      { ...post({ 'x-user': 'ann', 'x-flinks-kit': '1' }), body: '{' },
      400,
    ],
  ])('%s is written as the Response would be', async (_name, path, init, status) => {
    const sandbox = createSandbox();
    const { handler } = createFlinksServer({
      endpoint: '/api/flinks',
      flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
      encryption: { keys: [testKey] },
      store: createMemoryStore(),
      allowedOrigins: ['https://front.example'],
      connect: { redirect: { publicUrl: 'https://app.example/api/flinks', returnTo: '/bank' } },
      identify: (request) =>
        request.headers.get('x-user') === 'sign-in'
          ? new Response(null, { status: 302, headers: { location: '/sign-in', 'set-cookie': 'from=app' } })
          : request.headers.get('x-user'),
    });
    // A handler of the app's own goes the way through a `Response`.
    const urls = [await serve(handler), await serve((request) => handler(request))];
    const seen = await Promise.all(
      urls.map(async (url) => {
        const answer = await fetch(`${url}/api/flinks${path}`, { ...init, redirect: 'manual' });
        const text = (await answer.text()).replaceAll(/"(sessionId|connectUrl|expiresAt)":"[^"]*"/g, '"$1"');
        const transport = new Set(['date', 'transfer-encoding', 'content-length']);
        return [answer.status, text, [...answer.headers].filter(([name]) => !transport.has(name))];
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.[0]).toBe(status);
    expect(errors).toEqual([]);
  });

  test.each<[string, (request: Request) => Promise<unknown>]>([
    ['text()', (request) => request.text()],
    ['json()', async (request) => JSON.stringify(await request.json())],
    ['bytes()', async (request) => new TextDecoder().decode(await request.bytes())],
    ['arrayBuffer()', async (request) => new TextDecoder().decode(await request.arrayBuffer())],
    ['blob()', async (request) => (await request.blob()).text()],
    ['clone()', (request) => request.clone().text()],
    ['body', (request) => new Response(request.body).text()],
    ['new Request(url, request)', (request) => new Request(request.url, request).text()],
  ])('identify may read a small body by %s, and the route reads it, too', async (_name, read) => {
    const sandbox = createSandbox();
    const seen: unknown[] = [];
    const { handler } = createFlinksServer({
      endpoint: '/api/flinks',
      flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
      encryption: { keys: [testKey] },
      store: createMemoryStore(),
      async identify(request) {
        seen.push(request instanceof Request, request.method, await read(request));
        return 'ann';
      },
    });
    const url = await serve(handler);
    const sent = { ...post({ 'x-flinks-kit': '1' }), body: '{"language":"fr"}' };
    const answer = await fetch(`${url}/api/flinks/sessions`, sent);
    expect([answer.status, ...seen]).toEqual([201, true, 'POST', '{"language":"fr"}']);
    expect((await answer.json()).connectUrl).toContain('language=fr');
  });
});

function post(headers: Record<string, string>): RequestInit {
  return { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...headers } };
}

import { createServer } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../index.ts';
import { createLazyRequest } from './createLazyRequest.ts';

/** What an app may do with the request that `identify` gets. */
const uses: Readonly<Record<string, (request: Request) => unknown>> = {
  'the address': ({ url }) => new URL(url).pathname,
  'the method': ({ method }) => method,
  'a header': ({ headers }) => headers.get('x-user'),
  'all headers': ({ headers }) => [...headers].filter(([name]) => name.startsWith('x-')),
  'its class': (request) => request instanceof Request,
  'a text': async (request) => request.text(),
  'a value': async (request) => request.json(),
  'a copy': async (request) => [await request.clone().text(), await request.clone().text()],
  'a stream': async ({ body }) => new Response(body).text(),
  bytes: async (request) => (await request.arrayBuffer()).byteLength,
  'whether it was read': async (request) => [request.bodyUsed, await request.text(), request.bodyUsed],
  'a signal': ({ signal }) => signal.aborted,
  'what else a request has': ({ redirect, mode, referrer, keepalive }) => [
    redirect,
    mode,
    referrer,
    keepalive,
  ],
  'a new request of its parts': ({ url, method, headers }) =>
    new Request(url, { method, headers }).headers.get('x-user'),
  // As Clerk does.
  'a new request of its address and itself': async (request) => {
    const made = new Request(request.url, request);
    return [made.method, made.headers.get('x-user'), await made.text()];
  },
  'a new request of it': (request) => new Request(request).headers.get('x-user'),
  'a header that it sets before a copy': (request) => {
    request.headers.set('x-more', 'more');
    return request.clone().headers.get('x-more');
  },
};

/** A platform that keeps the state of a request out of reach, as Node 24 does. */
function hideState() {
  const Known = Request;
  class HiddenRequest extends Known {
    readonly #isMade = true;
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      if (input instanceof Known && !(input instanceof HiddenRequest && input.#isMade))
        throw new TypeError('Not a request.');
      super(input, init);
    }
  }
  vi.stubGlobal('Request', HiddenRequest);
}

describe.each(['within reach', 'out of reach'])('a request whose state is %s', (where) => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test('writes the address as the platform does', async () => {
    const url = 'http://LOCALHOST:80/a/../b%20c?d=e f';
    if (where === 'out of reach') hideState();
    const lazy = createLazyRequest({
      url,
      method: 'GET',
      toHeaders: () => new Headers(),
      toSignal: () => new AbortController().signal,
      make: (headers) => new Request(url, { headers }),
    });
    expect(lazy?.url ?? new Request(url).url).toBe('http://localhost/b%20c?d=e%20f');
  });

  /** What a use of identify's request gives, behind the Node adapter. */
  async function ask(read: (request: Request) => unknown): Promise<unknown> {
    vi.resetModules();
    if (where === 'out of reach') hideState();
    const { createFlinksServer } = await import('../createFlinksServer.ts');
    const { toNodeHandler } = await import('./toNodeHandler.ts');
    let given: unknown;
    const warnings: unknown[] = [];
    const flinks = createFlinksServer({
      endpoint: '/api/flinks',
      flinks: { instance: 'example', customerId: crypto.randomUUID(), secretKey: 'secret', apiKey: 'key' },
      encryption: { keys: [btoa('flinks-kit test key, not secret!')] },
      store: createMemoryStore(),
      onWarning: (...warning) => void warnings.push(warning),
      identify: async (request) => {
        given = await read(request);
        return null;
      },
    });
    const listener = toNodeHandler(flinks.handler);
    const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/flinks/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-flinks-kit': '1', 'x-user': 'ann' },
        body: '{"language":"fr"}',
      });
      expect(response.status).toBe(401);
      expect(warnings).toEqual([]);
    } finally {
      server.close();
    }
    return given;
  }

  test.each(Object.entries(uses))('gives identify %s as any request does', async (_what, read) => {
    const whole = new Request('http://127.0.0.1/api/flinks/sessions', {
      method: 'POST',
      headers: { 'x-flinks-kit': '1', 'x-user': 'ann' },
      body: '{"language":"fr"}',
    });
    const expected = await read(whole);
    expect(await ask(read)).toEqual(expected);
  });
});

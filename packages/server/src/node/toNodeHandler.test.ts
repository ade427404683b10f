import { createServer, request as httpRequest } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { FetchHandler } from '@flinks-kit/core';
import { toNodeHandler } from './toNodeHandler.ts';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) server.close();
});

type Before = (incoming: object, body: Buffer) => void;

/** A real server; `before` plays a body parser that ran ahead of us. */
async function serve(handler: FetchHandler, before?: Before): Promise<string> {
  const listener = toNodeHandler(handler);
  const server = createServer((incoming, outgoing) => {
    if (before === undefined) return void listener(incoming, outgoing);
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      before(incoming, Buffer.concat(chunks));
      void listener(incoming, outgoing);
    });
  });
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
  ['left nothing', () => undefined, ''],
])('behind a parser that %s', async (_name, before, expected) => {
  const url = await serve(echo, before);
  const answer = await fetch(url, { method: 'POST', body });
  expect(await answer.json()).toMatchObject({ body: expected });
});

test('a router’s mount path is not lost', async () => {
  const url = await serve(echo, (incoming) =>
    Object.assign(incoming, { originalUrl: '/api/flinks/sessions', url: '/sessions' }),
  );
  expect(await (await fetch(url)).json()).toMatchObject({ url: '/api/flinks/sessions' });
});

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

test('a client that goes away aborts the request', async () => {
  const reached = deferred<Request>();
  const url = await serve((request) => {
    reached.resolve(request);
    return new Promise((_answer, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason));
    });
  });
  const leaving = httpRequest(url).on('error', () => undefined);
  leaving.end();
  const { signal } = await reached.promise;
  const aborted = new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(signal.reason));
  });
  leaving.destroy();
  expect(String(await aborted)).toContain('went away');
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

test.each([
  ['a handler that throws is a 500', 'localhost', 500],
  ['a host that is no host is a 400', 'not a host', 400],
])('%s, and the server lives on', async (_name, host, status) => {
  const url = await serve(() => Promise.reject(new Error('planted-canary')));
  const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = httpRequest(url, { headers: { host } }, (incoming) => {
      let text = '';
      incoming
        .on('data', (chunk) => (text += chunk))
        .on('end', () => resolve({ status: incoming.statusCode, text }));
    });
    sent.on('error', reject).end();
  });
  expect(answer).toEqual({ status, text: '' });
});

test('a client that went away before anybody looked at its request leaves nothing waiting', async () => {
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

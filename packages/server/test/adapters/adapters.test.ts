import { createHmac } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { FetchHandler } from '@flinks-kit/core';
import express, { type Express, type RequestHandler } from 'express';
import fastify from 'fastify';
import onHeaders from 'on-headers';
import serverless from 'serverless-http';
import { afterEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer, testOrigin } from '../startTestServer.ts';
import type { FlinksServer } from '../../src/index.ts';
import { toNodeHandler } from '../../src/node/index.ts';
import { createCrowdedExpressApp } from './crowdedExpress.ts';
import { createExpressApp, createParsingExpressApp } from './express.ts';
import { createFastifyApp } from './fastify.ts';
import { createHonoApp } from './hono.ts';
import { createNextRoute } from './next.ts';

// An alias has no types of its own; what the test calls is the same in both.
const express4: typeof express = createRequire(import.meta.url)('express4');

const open: Server[] = [];
describe('frameworks', () => {
  afterEach(() => {
    for (const server of open.splice(0)) server.close().closeAllConnections();
  });

  /** A request function over a real socket to whatever listens there. */
  async function overHttp(listener: RequestListener): Promise<FetchHandler> {
    const server = createServer(listener);
    open.push(server);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
    return async (request) => {
      const { pathname, search } = new URL(request.url);
      const { method, headers } = request;
      const body = method === 'GET' ? null : await request.text();
      const url = `http://localhost:${address.port}${pathname}${search}`;
      return fetch(url, { method, headers, body, redirect: 'manual' });
    };
  }

  const adapters: readonly (readonly [string, (flinks: FlinksServer) => Promise<FetchHandler>])[] = [
    ['Node’s http', (flinks) => overHttp(toNodeHandler(flinks.handler))],
    ['Express 5', (flinks) => overHttp(createExpressApp(flinks))],
    [
      'serverless-http around Express 5',
      async (flinks) => {
        const run = serverless(createExpressApp(flinks));
        return async (request) => {
          const { pathname } = new URL(request.url);
          const answer: unknown = await run(
            {
              version: '2.0',
              rawPath: pathname,
              rawQueryString: '',
              headers: { host: new URL(testOrigin).host, ...Object.fromEntries(request.headers) },
              requestContext: { http: { method: request.method, path: pathname } },
              body: request.method === 'GET' ? '' : await request.text(),
              isBase64Encoded: false,
            },
            {},
          );
          const { statusCode, headers, body } = Object(answer);
          return new Response(body, { status: statusCode, headers });
        };
      },
    ],
    ['Express 5 among all that apps mount', (flinks) => overHttp(createCrowdedExpressApp(flinks))],
    ['Express 4 among all that apps mount', (flinks) => overHttp(createCrowdedExpressApp(flinks, express4))],
    ['Express 5 behind express.json()', (flinks) => overHttp(createParsingExpressApp(flinks))],
    [
      'Fastify 5',
      async (flinks) => {
        const app = createFastifyApp(flinks);
        await app.ready();
        return overHttp((incoming, outgoing) => app.routing(incoming, outgoing));
      },
    ],
    ['Hono', async (flinks) => async (request) => createHonoApp(flinks).fetch(request)],
    [
      'a Next route handler',
      async (flinks) => {
        const route = createNextRoute(flinks);
        return (request) => (request.method === 'GET' ? route.GET : route.POST)(request);
      },
    ],
  ];

  const webhookSecret = 'a-secret-of-the-test';

  async function walk({ clientOf, sandbox }: TestServer, fetchHandler: FetchHandler) {
    const send = (method: string, path: string, body?: object) => {
      const headers = { 'content-type': 'application/json', 'x-flinks-kit': '1', 'x-test-user': 'ann' };
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      return fetchHandler(new Request(`${testOrigin}/api/flinks${path}`, { method, headers, ...init }));
    };
    const { sessionId } = await (await send('POST', '/sessions', {})).json();
    const login = sandbox.login({ username: 'greatday_nomfa' });
    const linked = await send('POST', '/connections', { sessionId, ...login });
    const { id } = await linked.json();
    const accounts = await (await send('GET', `/connections/${id}/accounts`)).json();
    const delivery = `{ "ResponseType": "KYC",  "HttpStatusCode": 200, "Login": { "Id": "${login.loginId}" } }`;
    const signature = createHmac('sha256', webhookSecret).update(delivery).digest('base64');
    const webhook = await fetchHandler(
      new Request(`${testOrigin}/api/flinks/webhook`, {
        method: 'POST',
        body: delivery,
        headers: { 'content-type': 'application/json', 'flinks-authenticity-key': signature },
      }),
    );
    const signedOut = await fetchHandler(new Request(`${testOrigin}/api/flinks/connections`));
    return {
      linked: linked.status,
      accounts: accounts.accounts.length,
      webhook: webhook.status,
      signedOut: [signedOut.status, signedOut.headers.get('cache-control')],
      seen: (await clientOf('ann').listConnections()).length,
    };
  }

  test.each(adapters)('%s carries sessions, links, reads, webhooks and refusals', async (_name, adapt) => {
    const server = startTestServer({ server: { webhook: { secrets: [webhookSecret] } } });
    expect(await walk(server, await adapt(server.flinks))).toEqual({
      linked: 201,
      accounts: 9,
      webhook: 200,
      signedOut: [401, 'no-store'],
      seen: 1,
    });
  });

  describe('body parsers that keep no bytes', () => {
    const delivery = '{ "ResponseType": "GetAccountsDetail",  "Balance": 100.50 }';
    const deliver = async (parser: RequestHandler) => {
      const server = startTestServer({ server: { webhook: { secrets: [webhookSecret] } } });
      const app = express().use(parser).use('/api/flinks', toNodeHandler(server.flinks.handler));
      const fetchApp = await overHttp(app);
      const signature = createHmac('sha256', webhookSecret).update(delivery).digest('base64');
      return fetchApp(
        new Request(`${testOrigin}/api/flinks/webhook`, {
          method: 'POST',
          body: delivery,
          headers: { 'content-type': 'application/json', 'flinks-authenticity-key': signature },
        }),
      );
    };

    test('express.json() alone: the refusal of a webhook states what to change', async () => {
      const answer = await deliver(express.json());
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain('express.json({ verify');
    });

    test.each([
      ['express.text()', express.text({ type: '*/*' })],
      ['express.raw()', express.raw({ type: '*/*' })],
      ['express.urlencoded()', express.urlencoded()],
    ])('%s changes no byte', async (_name, parser) => {
      expect((await deliver(parser)).status).toBe(200);
    });

    test('Fastify’s own parser, whose value the route hands on', async () => {
      const server = startTestServer();
      const app = fastify();
      const handle = toNodeHandler(server.flinks.handler);
      app.all('/api/flinks/*', async (request, reply) => {
        reply.hijack();
        await handle(Object.assign(request.raw, { body: request.body }), reply.raw);
      });
      await app.ready();
      const fetchApp = await overHttp((incoming, outgoing) => app.routing(incoming, outgoing));
      const headers = { 'content-type': 'application/json', 'x-flinks-kit': '1', 'x-test-user': 'ann' };
      const init = { method: 'POST', headers, body: '{ "language": "fr" }' };
      expect((await fetchApp(new Request(`${testOrigin}/api/flinks/sessions`, init))).status).toBe(201);
    });
  });

  describe.each([
    ['Express 5', express],
    ['Express 4', express4],
  ] as const)('%s', (_name, create) => {
    const list = async (mount: (app: Express, handle: RequestHandler) => void, path: string) => {
      const server = startTestServer();
      const app = create();
      mount(app, toNodeHandler(server.flinks.handler));
      const fetchApp = await overHttp(app);
      const headers = { 'x-test-user': 'ann' };
      return (await fetchApp(new Request(testOrigin + path, { headers }))).status;
    };
    const rewrite: RequestHandler = (request, _response, next) => {
      request.url = request.url.replace('/proxy/flinks', '/api/flinks');
      next();
    };

    test.each<[string, (app: Express, handle: RequestHandler) => void, string]>([
      ['at its path', (app, handle) => void app.use('/api/flinks', handle), '/api/flinks/connections'],
      ['at the root', (app, handle) => void app.use(handle), '/api/flinks/connections'],
      [
        'with a slash at its end',
        (app, handle) => void app.use('/api/flinks/', handle),
        '/api/flinks/connections',
      ],
      [
        'in a router of a router',
        (app, handle) => void app.use('/api', create.Router().use(create.Router().use('/flinks', handle))),
        '/api/flinks/connections',
      ],
      [
        'in an app of an app',
        (app, handle) => void app.use('/api', create().use('/flinks', handle)),
        '/api/flinks/connections?a=1',
      ],
      [
        'behind middleware that writes another path',
        (app, handle) => void app.use(rewrite).use('/api/flinks', handle),
        '/proxy/flinks/connections',
      ],
      [
        'at the root behind middleware that writes another path',
        (app, handle) => void app.use(rewrite).use(handle),
        '/proxy/flinks/connections',
      ],
      [
        'below several paths',
        (app, handle) => void app.use(['/other', '/api/flinks'], handle),
        '/api/flinks/connections',
      ],
    ])('is mounted %s', async (_how, mount, path) => {
      expect(await list(mount, path)).toBe(200);
    });
  });

  test('middleware of Express that sets headers late, on an old on-headers', async () => {
    const server = startTestServer();
    const app = express()
      .use((_request, response, next) => {
        onHeaders(response, () => response.setHeader('x-late', 'set'));
        next();
      })
      .use('/api/flinks', toNodeHandler(server.flinks.handler));
    const fetchApp = await overHttp(app);
    const answer = await fetchApp(
      new Request(`${testOrigin}/api/flinks/connections`, { headers: { 'x-test-user': 'ann' } }),
    );
    expect([answer.status, answer.headers.get('x-late')]).toEqual([200, 'set']);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

// Every entry point loads in plain Node, the app renders on the server, and the offline server answers.
import assert from 'node:assert/strict';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import * as core from '@flinks-kit/core';
import * as wire from '@flinks-kit/core/wire';
import * as kit from '@flinks-kit/react';
import * as query from '@flinks-kit/react/query';
import * as testing from '@flinks-kit/react/testing';
import { createSandbox } from '@flinks-kit/sandbox';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { createFlinksServer } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';

for (const entry of [core, wire, kit, query, testing]) assert.ok(Object.keys(entry).length > 0);
assert.equal(typeof toNodeHandler, 'function');

function Bank() {
  const connect = kit.useFlinksConnect();
  return h('p', null, connect.session.status);
}
const app = h(
  QueryClientProvider,
  { client: new QueryClient() },
  h(kit.FlinksProvider, { endpoint: '/api/flinks', userId: 'ann' }, h(Bank)),
);
assert.match(renderToString(app), /idle/);

const { sandbox, connectUrl, close } = await startSandbox({ port: 0 });
try {
  assert.equal(new URL(connectUrl).hostname, '127.0.0.1');
  const page = await fetch(connectUrl);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /sandbox/i);
  assert.equal(typeof createSandbox().fetch, 'function');

  const flinks = createFlinksServer({
    endpoint: '/api/flinks',
    flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
    connect: { url: connectUrl },
    encryption: { keys: [Buffer.alloc(32, 7).toString('base64')] },
    identify: async () => 'ann',
  });
  const opened = await flinks.handler(
    new Request('http://localhost/api/flinks/sessions', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: 'http://localhost',
        'sec-fetch-site': 'same-origin',
      },
      body: '{}',
    }),
  );
  assert.equal(opened.status, 201);
  const { connectUrl: address } = await opened.json();
  assert.ok(address.startsWith(connectUrl.split('?')[0]));
} finally {
  await close();
}

import { createServer, type RequestListener, type Server } from 'node:http';
import { createFlinksServer } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';
import autocannon from 'autocannon';
import type { Line } from './report.ts';

/**
 * Requests per second of `POST /sessions` over loopback HTTP, beside a bare proxy that makes the same call to the
 * same upstream, with the same headers and the same limit of time: what our checks, identity, sealing and storage
 * cost on top of that.
 */
export async function measureThroughput(): Promise<readonly Line[]> {
  const upstream = await listen((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ HttpStatusCode: 200, Token: crypto.randomUUID() }));
  });
  const flinks = createFlinksServer({
    endpoint: '/api/flinks',
    flinks: {
      instance: 'bench',
      customerId: '00000000-0000-4000-8000-000000000000',
      secretKey: 'bench-secret',
      apiKey: 'bench-key',
      apiUrl: upstream.url,
    },
    encryption: { keys: [Buffer.alloc(32, 7).toString('base64')] },
    identify: async (request) => request.headers.get('x-user'),
    rateLimit: () => true,
    onWarning: () => undefined,
  });
  const ours = await listen(toNodeHandler(flinks.handler));
  const bare = await listen((request, response) => {
    request.resume().on('end', async () => {
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(), 220_000);
      const headers = { accept: 'application/json', 'content-type': 'application/json', ...benchKey };
      const answer = await fetch(`${upstream.url}/token`, { method: 'POST', headers, signal: limit.signal });
      response.writeHead(201, { 'content-type': 'application/json' }).end(await answer.text());
      clearTimeout(timer);
    });
  });

  try {
    // In turn, twice: the second round finds both warm.
    await load(ours.url);
    await load(bare.url);
    const reference = await load(bare.url);
    const figure = await load(ours.url);
    return [
      {
        what: 'POST /sessions over HTTP',
        figure: figure.requests.mean,
        unit: 'req/s',
        reference: reference.requests.mean,
        beside: 'bare proxy',
        ratioAtLeast: 0.8,
      },
      {
        what: '— p50',
        figure: figure.latency.p50,
        unit: 'ms',
        reference: reference.latency.p50,
        beside: 'bare proxy',
      },
      {
        what: '— p99',
        figure: figure.latency.p99,
        unit: 'ms',
        reference: reference.latency.p99,
        beside: 'bare proxy',
      },
    ];
  } finally {
    for (const { server } of [ours, bare, upstream]) server.close().closeAllConnections();
  }
}

const benchKey = { 'flinks-auth-key': 'bench-secret' };

async function listen(handler: RequestListener): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The bench needs a TCP port and got none.');
  return { url: `http://127.0.0.1:${address.port}`, server };
}

async function load(url: string): Promise<autocannon.Result> {
  const result = await autocannon({
    url: `${url}/api/flinks/sessions`,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: url,
      'sec-fetch-site': 'same-origin',
      'x-flinks-kit': '1',
      'x-user': 'bench-user',
    },
    body: '{}',
    connections: 20,
    duration: 4,
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${result.non2xx + result.errors} of the bench's requests failed, so its figures mean nothing.`,
    );
  }
  return result;
}

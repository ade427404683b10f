import autocannon from 'autocannon';
import { callUpstream } from './callUpstream.ts';
import { listen } from './listen.ts';
import { loadServer } from './loadServer.ts';
import { median } from './median.ts';
import type { Line } from './report.ts';

/**
 * Requests per second of `POST /sessions` over loopback HTTP, beside a bare proxy that makes the same call to the
 * same upstream, with the same headers and the same limit of time: what our checks, identity, sealing and storage
 * cost on top of that.
 */
export async function measureThroughput(): Promise<readonly Line[]> {
  const { createFlinksServer, toNodeHandler } = await loadServer();
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
    request.resume().on('end', () => {
      // The last round leaves requests behind when the servers close.
      callUpstream(`${upstream.url}/token`, 'bench-secret').then(
        (text) => response.writeHead(201, { 'content-type': 'application/json' }).end(text),
        () => response.destroy(),
      );
    });
  });

  try {
    const [figure, reference] = await loadInTurn([ours.url, bare.url]);
    return [
      {
        what: 'POST /sessions over HTTP',
        figure: figure.rate,
        unit: 'req/s',
        reference: reference.rate,
        beside: 'bare proxy',
        ratioAtLeast: 0.8,
      },
      {
        // Of client, server and upstream together: a busy machine disturbs it least.
        what: '— processor time',
        figure: figure.cpu,
        unit: 'ms',
        reference: reference.cpu,
        beside: 'bare proxy',
      },
      {
        what: '— p50',
        figure: figure.p50,
        unit: 'ms',
        reference: reference.p50,
        beside: 'bare proxy',
      },
      {
        what: '— p99',
        figure: figure.p99,
        unit: 'ms',
        reference: reference.p99,
        beside: 'bare proxy',
      },
    ];
  } finally {
    for (const { server } of [ours, bare, upstream]) server.close().closeAllConnections();
  }
}

/** Many short rounds in turn, so that a busy machine disturbs both alike, and the middle one of each. */
async function loadInTurn([one, other]: readonly [string, string]): Promise<readonly [Load, Load]> {
  const rounds: (readonly [Round, Round])[] = [];
  for (let round = 0; round < 12; round += 1) rounds.push([await load(one), await load(other)]);
  // The first rounds are compiled while they run.
  const warm = rounds.slice(4);
  return [middle(warm.map(([result]) => result)), middle(warm.map(([, result]) => result))];
}

interface Load {
  /** Requests per second. */
  readonly rate: number;
  /** Milliseconds of processor time per request. */
  readonly cpu: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

type Round = autocannon.Result & { readonly cpu: number };

function middle(results: readonly Round[]): Load {
  const of = (read: (result: Round) => number): number => median(results.map(read));
  return {
    rate: of(({ requests, duration }) => requests.total / duration),
    cpu: of(({ cpu }) => cpu),
    p50: of(({ latency }) => latency.p50),
    p99: of(({ latency }) => latency.p99),
  };
}

async function load(url: string): Promise<Round> {
  const used = process.cpuUsage();
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
    duration: 1.5,
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${result.non2xx + result.errors} of the bench's requests failed, so its figures mean nothing.`,
    );
  }
  const { user, system } = process.cpuUsage(used);
  return { ...result, cpu: (user + system) / 1_000 / result.requests.total };
}

import { text } from 'node:stream/consumers';
import { callUpstream } from './callUpstream.ts';
import { listen } from './listen.ts';
import { loadServer } from './loadServer.ts';
import type { Line } from './report.ts';
import { timeInTurn, timesAsked } from './timeInTurn.ts';

/**
 * A link and a read of accounts over loopback HTTP. The link stands beside a bare proxy that makes the same two calls
 * to the same upstream. The read makes no call, so it stands beside a handler that reads the same two rows of the same
 * store, opens and parses both, and serialises the same answer: the difference is identity, ownership, and assessing
 * each account.
 */
export async function measureConnections(): Promise<readonly Line[]> {
  const { createFlinksServer, createMemoryStore, createVault, toNodeHandler } = await loadServer();
  const upstream = await listen(async (request, response) => {
    const sent = await text(request);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answerOf(request.url ?? '', sent)));
  });
  const key = Buffer.alloc(32, 7).toString('base64');
  const store = createMemoryStore();
  const vault = createVault([key]);
  const flinks = createFlinksServer({
    endpoint: '/api/flinks',
    flinks: {
      instance: 'bench',
      customerId: crypto.randomUUID(),
      secretKey: 'bench-secret',
      apiKey: 'bench-key',
      apiUrl: upstream.url,
    },
    encryption: { keys: [key] },
    store,
    identify: (request) => request.headers.get('x-user'),
    rateLimit: () => true,
    onWarning: () => undefined,
  });
  const ours = await listen(toNodeHandler(flinks.handler));
  const proxy = await listen(async (request, response) => {
    const sent = JSON.parse(await text(request));
    const token = JSON.parse(await callUpstream(`${upstream.url}/GenerateAuthorizeToken`, 'bench-secret'));
    const body = { LoginId: sent.loginId, MostRecentCached: true, Language: 'en' };
    const answer = JSON.parse(await callUpstream(`${upstream.url}/Authorize`, token.Token, body));
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });

  // Opened before the clock runs: a session is measured by itself, and each link needs one of its own.
  const sessions: { readonly sessionId: string; readonly user: string }[] = [];
  while (sessions.length <= timesAsked) {
    const opener = sessions.length === timesAsked ? 'bench-user' : `bench-user-${sessions.length % 20}`;
    const { sessionId } = await flinks.forUser(opener).openSession({});
    sessions.push({ sessionId: sessionId ?? '', user: opener });
  }
  const link = (): Promise<{ id: string }> => {
    const { sessionId, user: opener = '' } = sessions.pop() ?? {};
    const body = { sessionId, loginId: crypto.randomUUID(), accountIds };
    return post(`${ours.url}/api/flinks/connections`, body, { ...user, 'x-user': opener });
  };
  const { id } = await link();
  const read = (): Promise<string> => get(`${ours.url}/api/flinks/connections/${id}/accounts`);
  while (JSON.parse(await read()).status !== 'ready') continue;
  const answer: unknown = JSON.parse(await read());
  const open = async (kind: 'connection' | 'collection'): Promise<unknown> => {
    const row = await store.get(kind, id);
    if (row === null) throw new Error(`The bench found no ${kind} row, so its figures mean nothing.`);
    return JSON.parse(await vault.open(row.sealed, `${kind}:${id}`));
  };
  const plain = await listen(async (_request, response) => {
    await open('connection');
    await open('collection');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });

  try {
    return [
      ...(await timeInTurn(
        'POST /connections over HTTP',
        link,
        () => post(proxy.url, { loginId: crypto.randomUUID() }, user),
        'bare proxy',
        0.6,
      )),
      ...(await timeInTurn(
        'GET /connections/:id/accounts over HTTP',
        read,
        () => get(plain.url),
        'the same two rows',
        0.85,
      )),
    ];
  } finally {
    for (const { server } of [ours, proxy, plain, upstream]) server.close().closeAllConnections();
  }
}

const user = { 'x-user': 'bench-user', 'x-flinks-kit': '1' };
const accountIds = Array.from({ length: 9 }, () => crypto.randomUUID());

function answerOf(path: string, sent: string): object {
  if (path.endsWith('/GenerateAuthorizeToken')) return { HttpStatusCode: 200, Token: crypto.randomUUID() };
  if (path.endsWith('/Authorize')) {
    const Login = {
      Id: JSON.parse(sent).LoginId,
      LastRefresh: new Date().toISOString(),
      IsScheduledRefresh: false,
    };
    return {
      HttpStatusCode: 200,
      Login,
      RequestId: crypto.randomUUID(),
      Institution: 'Bench',
      InstitutionId: 1,
    };
  }
  const Accounts = accountIds.map((Id, index) => ({
    Id,
    Title: `Chequing ${index}`,
    AccountNumber: `111100${index}`,
    TransitNumber: '00001',
    InstitutionNumber: '777',
    Category: 'Operations',
    Type: 'Chequing',
    Currency: 'CAD',
    Balance: { Available: 100, Current: 100, Limit: null },
    EftEligibleRatio: 1,
  }));
  return { HttpStatusCode: 200, Accounts };
}

// The bench reads its own answers: their shape is what the server above wrote.
async function post<Answer>(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  const response = await fetch(url, { ...init, body: JSON.stringify(body) });
  if (!response.ok)
    throw new Error(`A request of the bench failed with ${response.status}, so its figures mean nothing.`);
  return response.json();
}

async function get(url: string): Promise<string> {
  const response = await fetch(url, { headers: user });
  if (!response.ok)
    throw new Error(`A request of the bench failed with ${response.status}, so its figures mean nothing.`);
  return response.text();
}

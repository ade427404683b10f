import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

// A back end without @flinks-kit/server: two functions. It stands for yours, in whatever language that is written. What
// it leaves out is listed in README.
const env = process.env;
const base = env['FLINKS_API_URL'] ?? `https://${env['FLINKS_INSTANCE']}-api.private.fin.ag`;
const widget = env['FLINKS_CONNECT_URL'] ?? `https://${env['FLINKS_INSTANCE']}-iframe.private.fin.ag/v2/`;
const logins = new Map<string, string>();
const idKey = randomBytes(32);

/** A token is for one loading of one frame, so it is minted now and never kept. */
async function openSession(): Promise<{ readonly connectUrl: string }> {
  const path = `/v3/${env['FLINKS_CUSTOMER_ID']}/BankingServices/GenerateAuthorizeToken`;
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'flinks-auth-key': env['FLINKS_SECRET_KEY'] ?? '' },
  });
  const { Token } = await response.json();
  if (typeof Token !== 'string') throw new Error(`Flinks gave no token (${response.status}).`);
  const parameters = { authorizeToken: Token, demo: 'true', jsRedirect: 'true', innerRedirect: 'true' };
  return { connectUrl: `${widget}?${new URLSearchParams(parameters).toString()}` };
}

/** Keeps the LoginId here and gives the browser an id that opens nothing. The same login again gives the same id. */
function linkConnection(loginId: string) {
  const id = createHmac('sha256', idKey).update(loginId).digest('base64url');
  logins.set(id, loginId);
  return {
    id,
    institution: null,
    institutionName: null,
    createdAt: new Date().toISOString(),
    lastRefreshAt: null,
    refreshableAt: null,
    accounts: null,
    nightlyRefresh: null,
    verification: 'verified',
    duplicates: [],
    health: { status: 'pending', flinksCode: null },
  };
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) =>
      response
        .writeHead(body === null ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(body)),
    () => response.writeHead(502).end(),
  );
});
server.listen(Number(env['PORT'] ?? 3000), 'localhost');

async function answer(request: IncomingMessage): Promise<unknown> {
  // A page of another site can post text, but no JSON: with the check of the type, your sign-in's cookie is safe.
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') return null;
  if (request.url === '/my/bank/session') return openSession();
  if (request.url !== '/my/bank/link') return null;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { loginId } = JSON.parse(Buffer.concat(chunks).toString());
  return typeof loginId === 'string' ? linkConnection(loginId) : null;
}

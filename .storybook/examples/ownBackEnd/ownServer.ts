import type { Connection, LinkConnectionRequest } from '@flinks-kit/core';
import { buildConnectUrl } from '@flinks-kit/core/wire';
import { createSandbox } from '@flinks-kit/sandbox';

// Flinks, or the sandbox as here, which plays a scenario by itself so that the story can be watched.
const sandbox = createSandbox({ drive: 20 });
const { customerId, secretKey } = sandbox.credentials;

/** A back end of one's own, as small as it gets: two routes, one secret, and a place for what Flinks calls a `LoginId`. */
export async function answerBrowser(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const body: unknown = await request.json();
  if (pathname === '/my/bank/session') return Response.json({ connectUrl: await openWidget() });
  if (pathname === '/my/bank/link' && isLink(body)) return Response.json(keep(body));
  return new Response(null, { status: 404 });
}

// A token is for one loading of one frame, so it is minted now and never kept.
async function openWidget(): Promise<string> {
  const answer = await sandbox.fetch(
    new Request(`https://flinks.invalid/v3/${customerId}/BankingServices/GenerateAuthorizeToken`, {
      method: 'POST',
      headers: { 'flinks-auth-key': secretKey },
    }),
  );
  const { Token } = await answer.json();
  window.flinksSandboxFetch = (call) => sandbox.fetch(call);
  return buildConnectUrl(new URL('widget/index.html', document.baseURI), {
    authorizeToken: Token,
    demo: true,
    jsRedirect: true,
    innerRedirect: true,
  });
}

// The `LoginId` stays here; the browser gets an id that is useless to other users.
function keep({ loginId }: LinkConnectionRequest): Connection {
  const id = `bank-${logins.size + 1}`;
  logins.set(id, loginId);
  return {
    id,
    institution: null,
    createdAt: new Date().toISOString(),
    lastRefreshAt: null,
    accounts: null,
    nightlyRefresh: null,
    verification: 'verified',
    duplicates: [],
    health: { status: 'pending', flinksCode: null },
  };
}

const logins = new Map<string, string>();

function isLink(body: unknown): body is LinkConnectionRequest {
  return typeof Reflect.get(Object(body), 'loginId') === 'string';
}

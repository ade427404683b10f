import { type App, callApp, isLoopback } from './callApp.ts';
import { type Finding, fine, unknown, wrong } from './Finding.ts';

/** Whether the running app serves the handler, and whether a proxy in between keeps what the handler relies on. */
export async function checkEndpoint(app: App): Promise<EndpointFindings> {
  if (app.page === null) return { isMounted: false, findings: [] };
  const mounted = await checkMounted(app);
  const isMounted = mounted.status === 'fine';
  return { isMounted, findings: isMounted ? [mounted, await checkProxy(app, app.page)] : [mounted] };
}

/** What `checkEndpoint` found. */
export interface EndpointFindings {
  readonly findings: readonly Finding[];
  readonly isMounted: boolean;
}

async function checkMounted(app: App): Promise<Finding> {
  const name = 'endpoint';
  try {
    const { status, code } = await callApp(app, '/connections');
    if (code === 'not-found') {
      return wrong(
        name,
        `The handler answers at ${app.endpoint}, but for another endpoint. Make the path it is mounted at and the option "endpoint" the same.`,
      );
    }
    if (code !== null || status === 200) return fine(name, `The handler answers at ${app.endpoint}.`);
    if (status >= 300 && status < 400) {
      return wrong(
        name,
        `${app.endpoint} redirects. Let the sign-in page and rules for trailing slashes leave this path alone: the handler answers 401 by itself.`,
      );
    }
    return wrong(
      name,
      `${app.endpoint} answers ${status}, and not by the kit. Mount flinks.handler there, or let the development server pass this path on to your server.`,
    );
  } catch {
    return wrong(name, 'Nothing answers at the address of --url. Start the app, or correct the address.');
  }
}

/**
 * Asks as a page of another device does over plain HTTP: with an Origin, and without Sec-Fetch-Site, which browsers
 * send only over TLS and on this machine. The route changes nothing, since there is no such connection.
 */
async function checkProxy(app: App, page: URL): Promise<Finding> {
  const name = 'proxy';
  const { code } = await callApp(app, '/connections/flinks-kit-doctor/refresh', {
    method: 'POST',
    headers: { origin: page.origin, 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => ({ code: 'unreachable' }));
  if (code === 'unreachable') return unknown(name, 'A change got no answer within ten seconds.');
  if (code !== 'origin-refused') return fine(name, 'The host of the page reaches the handler.');
  const cure =
    'Keep the Host header in the proxy (in Vite: { target, changeOrigin: false }), or name the page’s origin in allowedOrigins.';
  if (page.protocol === 'https:' || isLoopback(page)) {
    return unknown(
      name,
      `The proxy changes the Host header. Browsers send Sec-Fetch-Site here, so it works; a phone that opens the page over http by this machine’s address is refused. ${cure}`,
    );
  }
  return wrong(name, `The proxy changes the Host header, so every change from this page is refused. ${cure}`);
}

import { createServer, type RequestListener } from 'node:http';
import { createSandbox } from '@flinks-kit/sandbox';
import {
  contentSecurityPolicy,
  createFlinksServer,
  createMemoryStore,
  type FlinksServer,
  type FlinksServerOptions,
} from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';

/** 32 bytes that are obviously no real key. */
export const testKey = btoa('flinks-kit test key, not secret!');

/** What Flinks signs its webhooks with. */
export const webhookSecret = 'planted-canary-webhook';

/** The cookie of the one user that the app knows. */
export const userCookie = 'session=planted-canary-cookie';

/** The options of an app that has nothing wrong with it, but for `changes`. */
export function optionsOf(changes: Partial<FlinksServerOptions> = {}): FlinksServerOptions {
  const sandbox = createSandbox();
  return {
    endpoint: '/api/flinks',
    flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
    encryption: { keys: [testKey] },
    store: createMemoryStore(),
    webhook: { secrets: [webhookSecret] },
    identify: (request) => (request.headers.get('cookie') === userCookie ? 'ann' : null),
    onWarning: () => {},
    ...changes,
  };
}

/** A running app: its page on a port of this machine, and the kit's routes unless `serve` takes their place. */
export async function startApp({ flinks, headers, serve }: AppOptions): Promise<RunningApp> {
  const routes = serve ?? toNodeHandler(flinks.handler);
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/') === true) {
      routes(request, response);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html', ...pageHeaders, ...headers });
    response.end('<!doctype html><title>App</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    page: new URL(`http://localhost:${port}/`),
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

const pageHeaders = {
  'content-security-policy': `default-src 'self'; ${contentSecurityPolicy({ instance: 'sandbox' })}`,
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/** What an app is made of. */
export interface AppOptions {
  readonly flinks: FlinksServer;
  /** Of the page, over those of an app with nothing wrong. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly serve?: RequestListener;
}

/** An app that runs until it is disposed of. */
export interface RunningApp extends AsyncDisposable {
  readonly page: URL;
}

/** A server half that `maintain()` is called on, as an app in production does. */
export async function maintained(options: FlinksServerOptions): Promise<FlinksServer> {
  const flinks = createFlinksServer(options);
  await flinks.maintain();
  return flinks;
}

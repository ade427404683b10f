import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { createFlinksServer, type FlinksEvent, type ServerConnectParameters } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';
import type { PageFile } from './buildPage.ts';
import { serveTestApi } from './serveTestApi.ts';

/**
 * Starts a minimal app with a sandbox of its own: the page, our server with full-page returns, and the widget on a
 * second origin. `/test-api` is for the test. Returns the app's URL.
 */
export async function startHost(
  pages: ReadonlyMap<string, PageFile>,
  parameters: ServerConnectParameters,
): Promise<string> {
  const clock = createTestClock();
  const events: FlinksEvent[] = [];
  let answer: RequestListener = (_, outgoing) => outgoing.end();
  const server = createServer((incoming, outgoing) => answer(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const url = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;

  const { connectUrl, sandbox } = await startSandbox({ clock, collectionMs: 0 });
  const flinks = createFlinksServer({
    endpoint: '/api/flinks',
    identify,
    clock,
    flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
    encryption: { keys: [randomBytes(32).toString('base64')] },
    connect: {
      url: connectUrl,
      parameters: { demo: true, accountSelectorMultiple: true, ...parameters },
      redirect: { publicUrl: `${url}/api/flinks`, returnTo: '/bank?tab=2' },
    },
    onEvent: (event) => void events.push(event),
    // The memory store warns that it forgets; that is right for a test.
    onWarning: () => undefined,
  });
  const api = toNodeHandler(flinks.handler);
  const testApi = toNodeHandler(serveTestApi({ sandbox, events, clock }));

  answer = (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', url);
    if (pathname.startsWith('/api/flinks')) return void api(incoming, outgoing);
    if (pathname.startsWith('/test-api')) return void testApi(incoming, outgoing);
    const file = pages.get(pathname) ?? pages.get('/index.html');
    return outgoing
      .writeHead(200, { 'content-type': file?.type, 'cache-control': 'no-store' })
      .end(file?.content);
  };
  return url;
}

/** The machine's clock, which a test can move ahead for the server and the sandbox. */
export interface TestClock {
  readonly now: () => number;
  readonly after: (delay: number, task: () => void) => () => void;
  readonly advance: (ms: number) => void;
}

function createTestClock(): TestClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    after(delay, task) {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
    advance: (ms) => void (ahead += ms),
  };
}

// The user is Ann, unless a cookie of the test names another; `signed-out` means signed out.
function identify(request: Request): string | null {
  const [, who = 'ann'] = /host-user=([\w-]+)/.exec(request.headers.get('cookie') ?? '') ?? [];
  return who === 'signed-out' ? null : who;
}

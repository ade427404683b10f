import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { createFlinksServer, type FlinksEvent, type ServerConnectParameters } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';
import type { PageFile } from './buildPage.ts';
import { serveTestApi } from './serveTestApi.ts';

/**
 * An app of the smallest size in front of a sandbox of its own: the page, our server with full-page returns, and the
 * widget on a second origin. Under `/behind` a test looks behind it and turns its clock. Answers its address.
 */
export async function startHost(
  pages: ReadonlyMap<string, PageFile>,
  parameters: ServerConnectParameters,
): Promise<string> {
  const clock = createTurnableClock();
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
    // A memory store says so, and a test knows.
    onWarning: () => undefined,
  });
  const api = toNodeHandler(flinks.handler);
  const behind = toNodeHandler(serveTestApi({ sandbox, events, clock }));

  answer = (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', url);
    if (pathname.startsWith('/api/flinks')) return void api(incoming, outgoing);
    if (pathname.startsWith('/behind')) return void behind(incoming, outgoing);
    const file = pages.get(pathname) ?? pages.get('/index.html');
    return outgoing
      .writeHead(200, { 'content-type': file?.type, 'cache-control': 'no-store' })
      .end(file?.content);
  };
  return url;
}

/** The machine's clock, which a test may put forward for the server and the sandbox. */
export interface TurnableClock {
  readonly now: () => number;
  readonly after: (delay: number, task: () => void) => () => void;
  readonly turn: (ms: number) => void;
}

function createTurnableClock(): TurnableClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    after(delay, task) {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
    turn: (ms) => void (ahead += ms),
  };
}

// Everybody is Ann, unless a test says otherwise by a cookie; `nobody` is not signed in.
function identify(request: Request): string | null {
  const [, who = 'ann'] = /host-user=(\w+)/.exec(request.headers.get('cookie') ?? '') ?? [];
  return who === 'nobody' ? null : who;
}

import { createServer, type RequestListener } from 'node:http';
import { toNodeHandler } from '@flinks-kit/server/node';
import { listen, stop } from './listen.ts';
import { isOwnHost } from './checkRequest.ts';
import { builtPages, vitePages } from './pages.ts';
import { identify } from './identify.ts';
import { serveControls } from './serveControls.ts';
import { serveRent } from './serveRent.ts';
import type { Settings } from './settings.ts';
import { startBank } from './startBackend.ts';

/** A demo that answers at `url` until `close` is called. */
export interface Demo {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts the stand-in of Flinks on its own origins, and the demo with its API on one port. */
export async function startDemo(settings: Settings): Promise<Demo> {
  const { port, built } = settings;
  let answer: RequestListener = (_, outgoing) => outgoing.writeHead(503).end();
  const server = createServer((incoming, outgoing) => {
    if (isOwnHost(incoming.headers.host, port)) return answer(incoming, outgoing);
    outgoing
      .writeHead(421, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`This demo answers to this machine only: open http://localhost:${port}.\n`);
  });
  const closing: (() => Promise<void>)[] = [() => stop(server)];
  const close = async (): Promise<void> => {
    for (const end of closing) await end();
  };
  try {
    // First of all, since one port is one folder: a second demo must not open the data of the first.
    await listen(server, port);
    const bank = await startBank(settings);
    closing.push(bank.close);
    const pages = built ? builtPages(new URL(bank.connectUrl).origin) : await vitePages(server);
    closing.push(pages.close);

    const doors = new Map([
      ['/api/flinks', toNodeHandler(bank.flinks.handler)],
      ['/api/rent', toNodeHandler(serveRent(bank.rent, identify))],
      ['/api/sandbox', toNodeHandler(serveControls(bank.sandbox, bank.clock))],
    ]);
    answer = (incoming, outgoing) => {
      const [, door = ''] = /^(\/api\/\w+)/.exec(incoming.url ?? '') ?? [];
      const api = doors.get(door);
      return api === undefined ? pages.serve(incoming, outgoing) : void api(incoming, outgoing);
    };
    return { url: `http://localhost:${port}`, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

import { createServer, type RequestListener } from 'node:http';
import { toNodeHandler } from '@flinks-kit/server/node';
import { listen, stop } from './listen.ts';
import { isOwnHost } from './checkRequest.ts';
import { builtPages, vitePages } from './pages.ts';
import { identify } from './identify.ts';
import { forwardControl } from './forwardControl.ts';
import { serveLogos } from './serveLogos.ts';
import { serveRent } from './serveRent.ts';
import type { Settings } from './settings.ts';
import { startBackend } from './startBackend.ts';

/** A running demo; `close` stops it. */
export interface Demo {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts the sandbox on its own origins, and the demo with its API on one port. */
export async function startDemo(settings: Settings): Promise<Demo> {
  const { port, built } = settings;
  let serve: RequestListener = (_, outgoing) => outgoing.writeHead(503).end();
  const server = createServer((incoming, outgoing) => {
    if (isOwnHost(incoming.headers.host, port)) return serve(incoming, outgoing);
    outgoing
      .writeHead(421, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`This demo serves this machine only: open http://localhost:${port}.\n`);
  });
  const closing: (() => Promise<void>)[] = [() => stop(server)];
  const close = async (): Promise<void> => {
    for (const end of closing) await end();
  };
  try {
    // Listens first: a data folder belongs to a port, and a second demo must not open the data of the first.
    await listen(server, port);
    const backend = await startBackend(settings);
    closing.push(backend.close);
    const pages = built ? builtPages(new URL(backend.connectUrl).origin) : await vitePages(server);
    closing.push(pages.close);

    const api = new Map([
      ['/api/flinks', toNodeHandler(backend.flinks.handler)],
      ['/api/rent', toNodeHandler(serveRent(backend.rent, identify))],
      ['/logos', toNodeHandler(serveLogos)],
      ['/sandbox', toNodeHandler(forwardControl(backend.apiUrl))],
    ]);
    serve = (incoming, outgoing) => {
      const [, prefix = ''] = /^(\/api\/\w+|\/logos|\/sandbox)\b/.exec(incoming.url ?? '') ?? [];
      const handler = api.get(prefix);
      return handler === undefined ? pages.serve(incoming, outgoing) : void handler(incoming, outgoing);
    };
    return { url: `http://localhost:${port}`, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

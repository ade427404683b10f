import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { startSandbox } from '@flinks-kit/sandbox/node';
import { createFlinksServer, createMemoryStore } from '@flinks-kit/server';
import { toNodeHandler } from '@flinks-kit/server/node';
import { builtPages, vitePages } from './pages.ts';
import { identify, welcome } from './person.ts';
import { serveRent } from './serveRent.ts';
import type { Settings } from './settings.ts';

/** A demo that answers at `url` until `close` is called. */
export interface Demo {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts the stand-in of Flinks on its own origins, and the demo with its API on one port. */
export async function startDemo({ port, built, pollMs, collectionMs }: Settings): Promise<Demo> {
  let answer: RequestListener = (_, outgoing) => outgoing.writeHead(503).end();
  const server = createServer((incoming, outgoing) => answer(incoming, outgoing));
  const closing: (() => Promise<void>)[] = [() => stop(server)];
  const close = async (): Promise<void> => {
    await Promise.all(closing.map((end) => end()));
  };
  try {
    await listen(server, port);
    const {
      connectUrl,
      sandbox,
      close: closeSandbox,
    } = await startSandbox({ port: port + 1, collectionMs }).catch(explainPorts(port));
    closing.push(closeSandbox);
    const flinks = createFlinksServer({
      endpoint: '/api/flinks',
      identify,
      flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
      encryption: { keys: [randomBytes(32).toString('base64')] },
      // A demo forgets when it stops. A real app gives a store that does not.
      store: createMemoryStore(),
      connect: {
        url: connectUrl,
        parameters: {
          demo: true,
          customerName: 'Fernhill',
          accountSelectorMultiple: true,
          showAllAccounts: true,
        },
      },
      timing: { asyncPollMs: pollMs },
    });
    const api = toNodeHandler(flinks.handler);
    const rent = toNodeHandler(serveRent(flinks, identify));
    const pages = built ? builtPages(new URL(connectUrl).origin) : await vitePages(server);
    closing.push(pages.close);

    answer = (incoming, outgoing) => {
      if (incoming.url?.startsWith('/api/flinks') === true) return void api(incoming, outgoing);
      if (incoming.url === '/api/rent') return void rent(incoming, outgoing);
      welcome(incoming, outgoing);
      return pages.serve(incoming, outgoing);
    };
    return { url: `http://localhost:${port}`, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

function explainPorts(port: number): (cause: unknown) => never {
  return (cause) => {
    throw new Error(
      `The demo takes the ports ${port}, ${port + 1} and ${port + 2}, and one of the last two is taken, so it did not start: stop what uses it, or choose others by PORT=${port + 10}.`,
      { cause },
    );
  };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EADDRINUSE') return reject(problem);
      reject(
        new Error(
          `Port ${port} is taken, so the demo did not start: stop what uses it, or choose another by PORT=${port + 10}.`,
        ),
      );
    });
    server.listen(port, 'localhost', resolve);
  });
}

import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
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
  const { connectUrl, sandbox, close: closeSandbox } = await startSandbox({ port: port + 1, collectionMs });
  try {
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
    const server = createServer();
    const pages = built ? builtPages(new URL(connectUrl).origin) : await vitePages(server);

    server.on('request', (incoming, outgoing) => {
      if (incoming.url?.startsWith('/api/flinks') === true) {
        void api(incoming, outgoing);
        return;
      }
      if (incoming.url === '/api/rent') {
        void rent(incoming, outgoing);
        return;
      }
      welcome(incoming, outgoing);
      pages.serve(incoming, outgoing);
    });
    await listen(server, port);

    const close = async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await pages.close();
      await closeSandbox();
    };
    return { url: `http://localhost:${port}`, close };
  } catch (problem) {
    await closeSandbox();
    throw problem;
  }
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

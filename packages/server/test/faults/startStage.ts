import { createManualClock, createSandbox, type Fault } from '@flinks-kit/sandbox';
import {
  createMemoryStore,
  type FlinksCredentials,
  type FlinksServerOptions,
  type FlinksStore,
} from '../../src/index.ts';
import { startTestServer, type TestServer, testOrigin } from '../startTestServer.ts';

/** A server whose calls to Flinks are noted, and may be broken. */
export function startStage(credentials: Partial<FlinksCredentials> = {}): Stage {
  const clock = createManualClock();
  const sandbox = createSandbox({ clock, pendingPolls: 1, deleteCard: 'strict' });
  const store = createMemoryStore();
  const calls: string[] = [];
  const fetch = (request: Request) => {
    calls.push(/\/BankingServices\/([A-Za-z]+)/.exec(request.url)?.[1] ?? request.url);
    return sandbox.fetch(request);
  };
  const startServer = (options: Partial<FlinksServerOptions> = {}) =>
    startTestServer({
      beside: { clock, sandbox },
      flinks: { fetch, ...credentials },
      server: { store, rateLimit: () => true, connect: { redirect }, ...options },
    });
  return {
    ...startServer(),
    startServer,
    store,
    calls,
    breakCalls(fault) {
      calls.length = 0;
      sandbox.faults.add(fault);
    },
  };
}

const redirect = { publicUrl: `${testOrigin}/api/flinks`, returnTo: '/bank' };

/** Where a job is played. */
export interface Stage extends TestServer {
  /** Another process on the same store. */
  readonly startServer: (options?: Partial<FlinksServerOptions>) => TestServer;
  readonly store: FlinksStore;
  /** The endpoints that were called since the last `breakCalls`, whatever came of it. */
  readonly calls: readonly string[];
  readonly breakCalls: (fault: Fault) => void;
}

import { type LoginRequest, type MadeLogin, makeLogin } from './bank/makeLogin.ts';
import { serveApi } from './api/serveApi.ts';
import type { SandboxCredentials } from './credentials.ts';
import { createJournal, type Journal } from './journal.ts';
import { readSettings, type SandboxOptions } from './settings.ts';
import { serveWidget } from './widget/serveWidget.ts';
import { createWorld } from './world.ts';

/**
 * A stand-in of Flinks in memory: the whole API as one function, so that a test passes `sandbox.fetch` where the
 * app has the network. Nothing leaves the process.
 *
 * @example
 * const sandbox = createSandbox();
 * const flinks = createFlinksServer({ flinks: { ...sandbox.credentials, fetch: sandbox.fetch }, … });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = readSettings(options);
  const journal = createJournal(settings.journalLimit);
  let world = createWorld(settings);

  return {
    credentials: settings.credentials,
    journal,
    async fetch(request) {
      const asked = request.clone();
      const startedAt = settings.clock.now();
      const isPage = new URL(request.url).pathname.includes('/sandbox/');
      const { status, body } = await (isPage ? serveWidget : serveApi)(world, request);
      await journal.add(asked, { status, body, startedAt, endedAt: settings.clock.now() });
      return Response.json(body, { status });
    },
    login: (login) => makeLogin(world, login),
    reset() {
      world = createWorld(settings);
      journal.clear();
    },
  };
}

/** What `createSandbox` gives. */
export interface Sandbox {
  /** Our own, obviously fake: hand them to the server as they are. */
  readonly credentials: SandboxCredentials;
  /** The last calls, secrets masked. */
  readonly journal: Journal;
  /** Answers Flinks' API for any host, at `/v3/{customerId}/…`, and the widget page's own calls at `/sandbox/…`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * Makes a saved login as if somebody had just come through the widget, for tests without a page. Throws for a
   * username that no test user has.
   */
  readonly login: (login: LoginRequest) => MadeLogin;
  /** Forgets every token, session, login and call, and starts the seed again. */
  readonly reset: () => void;
}

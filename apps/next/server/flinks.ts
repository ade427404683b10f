import { randomBytes } from 'node:crypto';
import { createSandbox, type Sandbox } from '@flinks-kit/sandbox';
import {
  createFlinksServer,
  createMemoryStore,
  type FlinksServer,
  type UserFlinks,
} from '@flinks-kit/server';

/** Where the browser finds the routes. */
const endpoint = '/api/flinks';

// A real app reads its own sign-in here.
const userId = 'sample-user';

/** The kit's server on a sandbox in memory, and its one user's methods. */
export interface App {
  readonly flinks: FlinksServer;
  readonly client: UserFlinks;
}

/** One for the whole process: Next may load this file once for the page and once for the route. */
export function app(): Promise<App> {
  shared.sampleApp ??= start();
  return shared.sampleApp;
}

const shared: typeof globalThis & { sampleApp?: Promise<App> } = globalThis;

async function start(): Promise<App> {
  const sandbox = createSandbox({ collectionMs: 0 });
  const flinks = createFlinksServer({
    endpoint,
    identify: () => userId,
    flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
    encryption: { keys: [randomBytes(32).toString('base64')] },
    store: createMemoryStore(),
    timing: { asyncPollMs: 50 },
  });
  await linkBank(flinks, sandbox);
  return { flinks, client: flinks.forUser(userId) };
}

// Connects a bank as the widget would, without a user.
async function linkBank(flinks: FlinksServer, sandbox: Sandbox): Promise<void> {
  const user = flinks.forUser(userId);
  const { sessionId } = await user.openSession({});
  await user.linkConnection({ sessionId, ...sandbox.login({ username: 'Greatday' }) });
}

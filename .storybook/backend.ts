import { type Connection, createFlinksClient, type FlinksClient, type FetchHandler } from '@flinks-kit/core';
import { createSandbox, type Sandbox } from '@flinks-kit/sandbox';
import { createFlinksServer } from '@flinks-kit/server';

/**
 * A client whose whole back end lives in this page: our server, and behind it the sandbox. No network, no service
 * worker: every step is a function. Each call makes a server of its own, so stories never share connections.
 */
export function createStoryClient(play: StoryPlay): FlinksClient {
  const sandbox = sandboxOf(play);
  const server = createFlinksServer({
    endpoint: '/api/flinks',
    identify: () => 'story-reader',
    flinks: { ...sandbox.credentials, fetch: (request) => sandbox.fetch(request) },
    encryption: { keys: [btoa('stories have nothing to conceal!')] },
    connect: {
      url: new URL('widget/index.html', document.baseURI).href,
      parameters: {
        demo: true,
        accountSelectorMultiple: true,
        showAllAccounts: true,
        // Without it the widget lets people retry for ever, and the scenario would never come to its end.
        ...(play.scenario === 'maximum-retries' && { maximumRetry: 2 }),
      },
    },
    nightlyRefresh: true,
    institutions: true,
    timing: { asyncPollMs: 400 / (play.speed ?? 1) },
    onWarning: () => undefined,
  });
  const clientOf = (fetch: FetchHandler): FlinksClient =>
    createFlinksClient({ endpoint: '/api/flinks', userId: 'story-user', fetch, scope: crypto.randomUUID() });
  const ready = play.bank ? connectBank(clientOf(server.handler), sandbox) : null;
  const client = clientOf(async (request) => {
    await ready;
    return server.handler(request);
  });
  if (play.bank !== 'needs-user') return client;
  return { ...client, listConnections: async () => ((await client.listConnections?.()) ?? []).map(askUser) };
}

/** What the toolbar asks of the sandbox: `speed` times as fast as a person, or `null` for a person. */
export interface StoryPlay {
  readonly scenario: string;
  readonly speed: number | null;
  /** What became of the bank that the user connected before the story begins, if there is one. */
  readonly bank?: 'connected' | 'needs-user' | undefined;
}

async function connectBank(client: FlinksClient, sandbox: Sandbox): Promise<void> {
  const { sessionId } = await client.openSession({});
  const { id } = await client.linkConnection({ sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) });
  // The story begins when the bank has sent everything, as for a user who comes back; a slow scenario stays slow.
  for (let tries = 0; tries < 30; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each reading asks whether the bank is done
    const snapshot = await client.getAccounts?.(id);
    if (snapshot?.status === 'ready') return;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const askUser = (connection: Connection): Connection => ({
  ...connection,
  health: { status: 'needs-user', flinksCode: 'INVALID_PASSWORD' },
});

// One sandbox for every story of a page: on a docs page many stories stand side by side, and the widget page in
// their frames finds its backend in one place.
const sandboxes = new Map<string, Sandbox>();

function sandboxOf({ scenario, speed, bank }: StoryPlay): Sandbox {
  // No test watches the bank of a user who connected it before; a reader may, and refresh it.
  const isAtOnce = bank !== undefined && import.meta.env.MODE === 'test';
  const name = `${scenario}/${speed}/${isAtOnce}`;
  const collectionMs = isAtOnce ? 0 : 1500 / (speed ?? 1);
  const sandbox = sandboxes.get(name) ?? createSandbox({ scenario, drive: speed, collectionMs });
  sandboxes.set(name, sandbox);
  window.flinksSandboxFetch = (request) => sandbox.fetch(request);
  return sandbox;
}

declare global {
  interface Window {
    /** The widget page's way to its backend, read by `widget/index.html` from its parent. */
    flinksSandboxFetch: FetchHandler;
  }
}

import type { FetchHandler } from '@flinks-kit/core';
import { createFlinksClient, type FlinksClient, FlinksProvider, frCA } from '@flinks-kit/react';
import { createSandbox, drawLogo, type Sandbox } from '@flinks-kit/sandbox';
import { createFlinksServer } from '@flinks-kit/server';
import type { Decorator } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';

/**
 * Every story stands in a provider with a back end of its own. A story may bring another provider inside. Controls
 * named `scenario` and `speed` go before the toolbar's. `flinks: { bank: 'connected' }` begins with a bank, and
 * `'needs-user'` with one that the user has to reconnect.
 */
export const withFlinks: Decorator = (Story, { args, globals, id, parameters }) => {
  const play: StoryPlay = {
    scenario: String(args['scenario'] ?? globals['scenario']),
    // `null`: a person walks through the widget by hand.
    speed: Number(args['speed'] ?? globals['speed']) || null,
    bank: parameters['flinks']?.bank,
  };
  return (
    <Providers key={`${id}/${play.scenario}/${play.speed}`} locale={String(globals['locale'])} play={play}>
      <Story />
    </Providers>
  );
};

interface StoryPlay {
  readonly scenario: string;
  /** As many times as fast as a person. */
  readonly speed: number | null;
  /** What became of the bank that the user connected before the story begins, if there is one. */
  readonly bank?: 'connected' | 'needs-user' | undefined;
}

function Providers({ locale, play, children }: ProvidersProps): ReactElement {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const [client] = useState(() => createStoryClient(play));
  return (
    <QueryClientProvider client={queryClient}>
      <FlinksProvider
        client={client}
        locale={locale}
        labels={locale === 'fr-CA' ? frCA : undefined}
        timeZone="America/Toronto"
        institutionLogo={({ institution, name }) => {
          const logo = drawLogo(institution ?? name);
          return logo && `data:image/svg+xml,${encodeURIComponent(logo)}`;
        }}
      >
        {children}
      </FlinksProvider>
    </QueryClientProvider>
  );
}

interface ProvidersProps {
  readonly locale: string;
  readonly play: StoryPlay;
  readonly children: ReactNode;
}

/**
 * A client whose whole back end lives in this page: our server, and behind it the sandbox. No network, no service
 * worker: every step is a function. Each call makes a server of its own, so stories never share connections.
 */
function createStoryClient(play: StoryPlay): FlinksClient {
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
  const ready = play.bank && connectBank(clientOf(server.handler), sandbox);
  const client = clientOf(async (request) => {
    await ready;
    return server.handler(request);
  });
  if (play.bank !== 'needs-user') return client;
  const health = { status: 'needs-user', flinksCode: 'INVALID_PASSWORD' } as const;
  const listConnections: FlinksClient['listConnections'] = async () =>
    ((await client.listConnections?.()) ?? []).map((connection) => ({ ...connection, health }));
  return { ...client, listConnections };
}

async function connectBank(client: FlinksClient, sandbox: Sandbox): Promise<void> {
  const { sessionId } = await client.openSession({});
  const { id } = await client.linkConnection({ sessionId, ...sandbox.login({ username: 'greatday_nomfa' }) });
  // The story begins when the bank has sent everything, as for a user who comes back; a slow scenario stays slow.
  for (let tries = 0; tries < 30; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each reading asks whether the bank is done
    if ((await client.getAccounts?.(id))?.status === 'ready') return;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

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

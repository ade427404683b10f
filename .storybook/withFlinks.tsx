import { FlinksProvider, frCA } from '@flinks-kit/react';
import type { Decorator } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { bankLogo } from './bankLogo.ts';
import { createStoryClient, type StoryPlay } from './backend.ts';

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
        institutionLogo={bankLogo}
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

import { FlinksProvider, frCA } from '@flinks-kit/react';
import type { Decorator } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { createStoryClient } from './backend.ts';

/** Every story stands in a provider with a back end of its own. A story may bring another provider inside. */
export const withFlinks: Decorator = (Story, { globals, id }) => {
  const scenario = String(globals['scenario']);
  // `null`: a person walks through the widget by hand.
  const speed = Number(globals['speed']) || null;
  return (
    <Providers
      key={`${id}/${scenario}/${speed}`}
      locale={String(globals['locale'])}
      scenario={scenario}
      speed={speed}
    >
      <Story />
    </Providers>
  );
};

function Providers({ locale, scenario, speed, children }: ProvidersProps): ReactElement {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const [client] = useState(() => createStoryClient({ scenario, speed }));
  return (
    <QueryClientProvider client={queryClient}>
      <FlinksProvider
        client={client}
        locale={locale}
        labels={locale === 'fr-CA' ? frCA : undefined}
        timeZone="America/Toronto"
      >
        {children}
      </FlinksProvider>
    </QueryClientProvider>
  );
}

interface ProvidersProps {
  readonly locale: string;
  readonly scenario: string;
  readonly speed: number | null;
  readonly children: ReactNode;
}

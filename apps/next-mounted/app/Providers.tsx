'use client';

import { FlinksProvider, frCA } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';

/** Labels have functions in them, so a layout of the server names the language, and this file finds the words. */
export function Providers({ locale, children }: ProvidersProps): ReactElement {
  const [cache] = useState(() => new QueryClient());
  const words = locale === 'fr-CA' ? { labels: frCA } : {};
  return (
    <QueryClientProvider client={cache}>
      <FlinksProvider
        endpoint="/bank/api/flinks"
        userId="sample-user"
        locale={locale}
        timeZone="America/Toronto"
        {...words}
      >
        {children}
      </FlinksProvider>
    </QueryClientProvider>
  );
}

interface ProvidersProps {
  readonly locale: 'en-CA' | 'fr-CA';
  readonly children: ReactNode;
}

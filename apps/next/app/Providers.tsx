'use client';

import { FlinksProvider } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';

/** The providers of every page. The time zone is fixed, so that server and browser render the same times. */
export function Providers({ userId, children }: ProvidersProps): ReactElement {
  const [cache] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }));
  return (
    <QueryClientProvider client={cache}>
      <FlinksProvider endpoint="/api/flinks" userId={userId} timeZone="America/Toronto">
        {children}
      </FlinksProvider>
    </QueryClientProvider>
  );
}

interface ProvidersProps {
  /** Of the signed-in user, as the server knows it; `null` while no user is signed in. */
  readonly userId: string | null;
  readonly children: ReactNode;
}

'use client';

import { FlinksProvider } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

/** The zone is fixed, so that server and browser print the same times. */
export function Providers({ userId, children }: { readonly userId: string; readonly children: ReactNode }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <FlinksProvider endpoint="/api/flinks" userId={userId} timeZone="America/Toronto">
        {children}
      </FlinksProvider>
    </QueryClientProvider>
  );
}

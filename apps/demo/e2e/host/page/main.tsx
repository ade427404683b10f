import '@flinks-kit/react/styles.css';
import { FlinksProvider, frCA } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HostPage } from './HostPage.tsx';

const params = new URLSearchParams(location.search);
const isFrench = params.get('locale') === 'fr-CA';

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <FlinksProvider
        endpoint="/api/flinks"
        userId="host-user"
        locale={isFrench ? 'fr-CA' : 'en-CA'}
        labels={isFrench ? frCA : undefined}
      >
        <HostPage params={params} />
      </FlinksProvider>
    </QueryClientProvider>
  </StrictMode>,
);

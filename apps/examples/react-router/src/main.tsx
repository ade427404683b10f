import { createFlinksClient, FlinksProvider } from '@flinks-kit/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { BankPage, bankLoader } from './BankPage.tsx';
import { BanksPage, banksLoader } from './BanksPage.tsx';

const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } });
// Loaders and components share one client, so that both read the same rows of the cache.
const client = createFlinksClient({ endpoint: '/api/flinks', userId: 'the-signed-in-user' });

const router = createBrowserRouter([
  { path: '/', Component: BanksPage, loader: banksLoader(queryClient, client) },
  { path: '/banks/:connectionId', Component: BankPage, loader: bankLoader(queryClient, client) },
]);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <FlinksProvider client={client}>
      <RouterProvider router={router} />
    </FlinksProvider>
  </QueryClientProvider>,
);

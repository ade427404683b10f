import { kitWrapper, testClient } from '#test';
import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { Suspense } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { snapshot } from '../../test/sampleAccounts.ts';
import { accountsQueryOptions } from '../query/accounts.ts';
import { AccountList } from './AccountList.tsx';
import { useAccounts } from './useAccounts.ts';
import { useSuspenseAccounts } from './useSuspenseAccounts.ts';

function Page() {
  return <AccountList accounts={useAccounts('c1')} />;
}

describe('accounts from the server', () => {
  it('hydrate without a warning and without asking again', async () => {
    const getAccounts = vi.fn(() => Promise.resolve(snapshot()));
    const kit = { client: testClient({ getAccounts }), timeZone: 'America/Toronto' };
    const onServer = new QueryClient();
    await onServer.prefetchQuery(accountsQueryOptions(kit.client, 'c1'));
    const Server = kitWrapper({ ...kit, queryClient: onServer });
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = renderToString(
      <Server>
        <Page />
      </Server>,
    );

    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const inBrowser = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
    hydrate(inBrowser, JSON.parse(JSON.stringify(dehydrate(onServer))));
    render(<Page />, { container, hydrate: true, wrapper: kitWrapper({ ...kit, queryClient: inBrowser }) });
    await act(async () => {});

    expect(complaints).not.toHaveBeenCalled();
    expect(getAccounts).toHaveBeenCalledOnce();
    expect(screen.getByRole('list', { name: /Operations/ })).toBeInTheDocument();
    complaints.mockRestore();
  });

  it('suspend until they are there', async () => {
    const client = testClient({ getAccounts: () => Promise.resolve(snapshot()) });
    render(
      <Suspense fallback="waiting">
        <SuspensePage />
      </Suspense>,
      { wrapper: kitWrapper({ client }) },
    );
    expect(screen.getByText('waiting')).toBeInTheDocument();
    expect(await screen.findByRole('list', { name: /Operations/ })).toBeInTheDocument();
  });
});

function SuspensePage() {
  return <AccountList accounts={useSuspenseAccounts('c1')} />;
}

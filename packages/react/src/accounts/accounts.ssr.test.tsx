import { kitWrapper, testClient } from '#test';
import { QueryClient } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { snapshot } from '../../test/sampleAccounts.ts';
import { accountsQueryOptions } from '../query/accounts.ts';
import { AccountList } from './AccountList.tsx';
import { useAccounts } from './useAccounts.ts';

const client = testClient({ getAccounts: () => Promise.resolve(snapshot()) });

function Page() {
  return <AccountList accounts={useAccounts('c1')} />;
}

describe('accounts on the server', () => {
  it('renders what was prefetched, in the time zone of the provider', async () => {
    const queryClient = new QueryClient();
    await queryClient.prefetchQuery(accountsQueryOptions(client, 'c1'));
    const Server = kitWrapper({ client, queryClient, timeZone: 'America/Toronto' });
    const html = renderToString(
      <Server>
        <Page />
      </Server>,
    );
    expect(html).toContain('Sample Chequing');
    expect(html).toContain('9:05');
  });

  it('renders placeholders when nothing was prefetched', () => {
    const Server = kitWrapper({ client });
    const html = renderToString(
      <Server>
        <Page />
      </Server>,
    );
    expect(html).toContain('Loading accounts');
  });
});

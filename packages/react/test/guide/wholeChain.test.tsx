import { createFlinksClient, FlinksProvider, AccountList, useAccounts } from '@flinks-kit/react';
import { createSandbox } from '@flinks-kit/sandbox';
import { createFlinksServer } from '@flinks-kit/server';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';

test('provider, server and sandbox answer each other in one process', async () => {
  const sandbox = createSandbox();
  const server = createFlinksServer({
    endpoint: '/api/flinks',
    identify: async () => 'test-user',
    flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
    encryption: { keys: [btoa('thirty-two bytes of a test key..')] },
    onWarning: () => undefined,
  });
  const client = createFlinksClient({
    endpoint: 'https://app.test/api/flinks',
    userId: 'test-user',
    fetch: server.handler,
  });

  // In place of the widget: a user signs in, and our server stores the login.
  const { sessionId } = await client.openSession({});
  const login = sandbox.login({ username: 'greatday_nomfa' });
  const { id } = await client.linkConnection({ sessionId, ...login });

  render(
    <QueryClientProvider client={new QueryClient()}>
      <FlinksProvider client={client}>
        <Accounts connectionId={id} />
      </FlinksProvider>
    </QueryClientProvider>,
  );

  expect(await screen.findByText('Chequing CAD')).toBeVisible();
  expect(sandbox.journal.calls('GetAccountsSummary')).toHaveLength(1);
});

function Accounts({ connectionId }: { readonly connectionId: string }): ReactElement {
  return <AccountList accounts={useAccounts(connectionId)} />;
}

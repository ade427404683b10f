import { FlinksProvider, useConnections } from '@flinks-kit/react';
import { createSandbox } from '@flinks-kit/sandbox';
import { createFlinksServer } from '@flinks-kit/server';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';

const sandbox = createSandbox();
const flinks = createFlinksServer({
  endpoint: '/api/flinks',
  identify: async () => 'test-user',
  flinks: { ...sandbox.credentials, fetch: sandbox.fetch },
  encryption: { keys: [btoa('thirty-two bytes of a test key..')] },
  onWarning: () => undefined,
});

// The one line.
const network = setupServer(http.all('*/api/flinks/*', ({ request }) => flinks.handler(request)));

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());

test('an app that keeps its endpoint is answered by the real handler', async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FlinksProvider endpoint="/api/flinks" userId="test-user">
        <Count />
      </FlinksProvider>
    </QueryClientProvider>,
  );

  expect(await screen.findByText('0 banks')).toBeVisible();
});

function Count(): ReactElement {
  const { data } = useConnections();
  return <p>{data === undefined ? 'Loading' : `${data.length} banks`}</p>;
}

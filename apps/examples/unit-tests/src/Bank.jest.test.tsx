import { FlinksProvider } from '@flinks-kit/react';
import { createFakeFlinks, type FakeScenarioName } from '@flinks-kit/react/testing';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from '@jest/globals';
import { Bank } from './Bank.tsx';

afterEach(cleanup);

function show(scenario: FakeScenarioName) {
  const fake = createFakeFlinks({ scenario });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FlinksProvider client={fake.client}>
        <Bank />
      </FlinksProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Connect your bank' }));
  return fake;
}

test('a user answers the bank’s question and is connected', async () => {
  const fake = show('mfa');
  await fake.run();
  expect((await screen.findByRole('status')).textContent).toBe('Connected.');
});

test('a user whose bank locks the sign-in is shown that it failed', async () => {
  const fake = show('maximum-retries');
  await fake.run();
  expect((await screen.findByRole('alert')).textContent).toContain('could not be connected');
});

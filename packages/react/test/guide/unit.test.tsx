import { FlinksProvider } from '@flinks-kit/react';
import { createFakeFlinks, fakeAccount } from '@flinks-kit/react/testing';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Bank } from './Bank.tsx';

test('a user connects a bank and sees the account', async () => {
  const fake = createFakeFlinks({ accounts: [fakeAccount({ title: 'Sample Chequing' })] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FlinksProvider client={fake.client}>
        <Bank />
      </FlinksProvider>
    </QueryClientProvider>,
  );

  await userEvent.click(screen.getByRole('button', { name: 'Connect your bank' }));
  await fake.run('mfa');

  expect(await screen.findByText('Sample Chequing')).toBeVisible();
});

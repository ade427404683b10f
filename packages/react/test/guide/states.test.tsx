import { AccountList, FlinksKitError, FlinksProvider, useAccounts } from '@flinks-kit/react';
import {
  createFakeFlinks,
  fakeAccount,
  fakeConnection,
  type FakeFlinksOptions,
  fakeSequence,
  fakeSnapshot,
} from '@flinks-kit/react/testing';
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';

afterEach(() => onlineManager.setOnline(true));

/** A page of the app, with a bank that is connected already. */
function renderAccounts(options: FakeFlinksOptions): void {
  const fake = createFakeFlinks({ connections: [fakeConnection({ id: 'bank-1' })], ...options });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <FlinksProvider client={fake.client}>
        <Accounts connectionId="bank-1" />
      </FlinksProvider>
    </QueryClientProvider>,
  );
}

function Accounts({ connectionId }: { readonly connectionId: string }): ReactElement {
  return <AccountList accounts={useAccounts(connectionId)} />;
}

test('accounts that Flinks is still collecting appear when they are complete', async () => {
  const savings = fakeAccount({ title: 'Savings', eftEligibleRatio: 0 });
  renderAccounts({
    getAccounts: fakeSequence(
      fakeSnapshot({ status: 'pending', retryAfterMs: 10 }),
      fakeSnapshot({ accounts: [savings] }),
    ),
  });
  expect(await screen.findByText('Savings')).toBeVisible();
});

test('a login that is not confirmed shows no account and asks the user to sign in again', async () => {
  renderAccounts({
    getAccounts: new FlinksKitError('Not confirmed.', { code: 'login-unconfirmed', status: 409 }),
  });
  expect(await screen.findByText(/Sign in at your bank again/)).toBeVisible();
});

test('an offline browser shows that it waits, and not an error', async () => {
  onlineManager.setOnline(false);
  renderAccounts({ accounts: [fakeAccount()] });
  expect(await screen.findByText(/You are offline/)).toBeVisible();
});

test('another user of the same tab sees nothing of the user before', async () => {
  const queryClient = new QueryClient();
  const ann = createFakeFlinks({
    userId: 'ann',
    connections: [fakeConnection({ id: 'bank-1' })],
    accounts: [fakeAccount({ title: 'Chequing of Ann' })],
  });
  const bob = createFakeFlinks({ userId: 'bob' });
  const pageOf = ({ client }: typeof ann): ReactElement => (
    <QueryClientProvider client={queryClient}>
      <FlinksProvider client={client}>
        <Accounts connectionId="bank-1" />
      </FlinksProvider>
    </QueryClientProvider>
  );

  const { rerender } = render(pageOf(ann));
  expect(await screen.findByText('Chequing of Ann')).toBeVisible();
  rerender(pageOf(bob));
  expect(await screen.findByText(/no longer connected/)).toBeVisible();
  expect(screen.queryByText('Chequing of Ann')).toBeNull();
});

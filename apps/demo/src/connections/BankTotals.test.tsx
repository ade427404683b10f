import { type AccountsSnapshot, FlinksKitError } from '@flinks-kit/react';
import { fakeAccount, fakeConnection, fakeSnapshot } from '@flinks-kit/react/testing';
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../test/renderInApp.tsx';
import { BankTotals } from './BankTotals.tsx';

const money = (current: number | null) => ({ available: null, current, limit: null });
const twoBanks = [
  fakeConnection({ id: 'bank-1', institutionName: 'Maplecrest' }),
  fakeConnection({ id: 'bank-2', institutionName: 'Rideau Trust' }),
];
const maplecrest = fakeSnapshot({
  accounts: [fakeAccount({ connectionId: 'bank-1', balance: money(1234.5) })],
});

function renderTotals(ofRideau: () => Promise<AccountsSnapshot>, language: 'en' | 'fr' = 'en'): void {
  renderInApp(<BankTotals />, {
    language,
    client: {
      listConnections: async () => twoBanks,
      getAccounts: async (id) => (id === 'bank-1' ? maplecrest : ofRideau()),
    },
  });
}

const unavailable = () => Promise.reject(new FlinksKitError('The bank is down.', { code: 'unavailable' }));

describe('BankTotals', () => {
  afterEach(() => vi.restoreAllMocks());

  it('names a bank whose accounts are not in the sum', async () => {
    renderTotals(unavailable);
    expect(await screen.findByText('in chequing and savings, without Rideau Trust')).toBeVisible();
  });

  it('names it in French', async () => {
    renderTotals(unavailable, 'fr');
    expect(await screen.findByText('en comptes-chèques et épargne, sans Rideau Trust')).toBeVisible();
  });

  it('is a sum so far while a bank is still being read', async () => {
    renderTotals(() => new Promise(() => {}));
    expect(await screen.findByText('in chequing and savings so far')).toBeVisible();
  });

  it('states that balances are missing', async () => {
    renderTotals(async () =>
      fakeSnapshot({
        accounts: [fakeAccount({ id: 'other', connectionId: 'bank-2', balance: money(null) })],
      }),
    );
    expect(await screen.findByText('in chequing and savings, some balances missing')).toBeVisible();
  });

  it('is the sum of all banks when all were read', async () => {
    renderTotals(async () =>
      fakeSnapshot({ accounts: [fakeAccount({ id: 'other', connectionId: 'bank-2', balance: money(100) })] }),
    );
    expect(await screen.findByText('$1,334.50')).toBeVisible();
    expect(screen.getByText('in chequing and savings')).toBeVisible();
  });
});

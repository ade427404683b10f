import {
  type Account,
  type AccountsSnapshot,
  type ConnectedAccount,
  type EftPolicy,
  toConnectedAccount,
} from '@flinks-kit/core';

/** A whole account, as the server has it. The defaults are a chequing account that is ready for EFT. */
export function sampleAccount(facts: Partial<Account> = {}): Account {
  return {
    id: 'account-chequing',
    title: 'Sample Chequing',
    category: 'Operations',
    type: 'Chequing',
    currency: 'CAD',
    balance: { available: 1180.25, current: 1234.5, limit: null },
    overdraftLimit: 0,
    accountNumber: '9990001',
    lastFourDigits: null,
    transitNumber: '99901',
    institutionNumber: '999',
    holder: { name: 'Sample Holder', email: null, phoneNumber: null, address: null },
    ownership: 'Personal',
    eftEligibleRatio: 1,
    eTransferEligibleRatio: 1,
    sources: { summary: true, detail: true },
    ...facts,
  };
}

/** The same as the browser gets it. */
export function connected(facts: Partial<Account> = {}, policy?: EftPolicy): ConnectedAccount {
  return toConnectedAccount(sampleAccount(facts), { connectionId: 'connection-1', policy });
}

/** One account of every kind worth looking at: each EFT status, each side of money, two currencies. */
export const sampleAccounts: readonly ConnectedAccount[] = [
  connected(),
  connected({
    id: 'account-savings',
    title: 'Sample Savings',
    type: 'Savings',
    balance: { available: null, current: 20450, limit: null },
    accountNumber: '9990002',
    eftEligibleRatio: 0.4,
  }),
  connected({
    id: 'account-us',
    title: 'Sample US Chequing',
    currency: 'USD',
    balance: { available: 300, current: -42.1, limit: null },
    accountNumber: '9990003',
    eftEligibleRatio: 0.99,
  }),
  connected({
    id: 'account-new',
    title: 'Sample New Account',
    balance: { available: 12, current: null, limit: null },
    accountNumber: '9990004',
    eftEligibleRatio: null,
  }),
  connected({
    id: 'account-card',
    title: 'Sample Credit Card',
    category: 'Credits',
    type: 'CreditCard',
    balance: { available: 4543.22, current: -456.78, limit: 5000 },
    accountNumber: '999900******0005',
    transitNumber: null,
    institutionNumber: null,
    eftEligibleRatio: 0,
  }),
  connected({
    id: 'account-line',
    title: 'Sample Line of Credit',
    category: 'Credits',
    type: 'LineOfCredit',
    balance: { available: null, current: 3000, limit: null },
    accountNumber: '9990006',
    eftEligibleRatio: 0,
  }),
  connected({
    id: 'account-tfsa',
    title: 'Sample TFSA',
    category: 'Products',
    type: 'TFSA',
    balance: { available: null, current: 8000, limit: null },
    accountNumber: '9990007',
    eftEligibleRatio: 0,
  }),
  connected({
    id: 'account-other',
    title: null,
    category: 'Other',
    type: null,
    currency: null,
    balance: { available: null, current: null, limit: null },
    accountNumber: null,
    transitNumber: null,
    institutionNumber: null,
    eftEligibleRatio: null,
  }),
];

/** A snapshot, ready by default. */
export function snapshot(facts: Partial<AccountsSnapshot> = {}): AccountsSnapshot {
  return {
    status: 'ready',
    accounts: sampleAccounts,
    asOf: '2026-11-20T14:05:00Z',
    retryAfterMs: null,
    ...facts,
  };
}

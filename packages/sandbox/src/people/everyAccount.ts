import { accountTypes } from '@flinks-kit/core';
import { type BankAccount, bankAccount } from '../state/bankAccount.ts';

/** One account of each category and type that Flinks documents (docs/flinks/api.md 4.2), then what banks really do. */
export const everyAccount: readonly BankAccount[] = [
  ...Object.entries({ ...accountTypes, Other: ['Unknown'] }).flatMap(([category, types]) =>
    types.map((type, index) =>
      bankAccount({
        title: `${type} account`,
        category,
        type,
        accountNumber: `${category.length}00${String(index).padStart(4, '0')}`,
        current: category === 'Credits' ? -123.45 : 1234.5,
        eftEligibleRatio: category === 'Operations' ? 1 : 0,
        eTransferEligibleRatio: category === 'Operations' ? 1 : 0,
        transactionsPrefix: null,
      }),
    ),
  ),
  odd('Chequing in US dollars', { currency: 'USD', eftEligibleRatio: 0.99, eTransferEligibleRatio: 0.5 }),
  odd('Compte d’épargne « Été »', { type: 'Savings', eftEligibleRatio: 0.42, eTransferEligibleRatio: 0 }),
  odd('Number of 24 digits', { accountNumber: '000012345678901234567890' }),
  odd('Number with dashes', {
    accountNumber: '001-12345-67',
    institutionNumber: '001',
    transitNumber: '00012',
  }),
  odd('Nothing but a title', {
    accountNumber: null,
    transitNumber: null,
    institutionNumber: null,
    overdraftLimit: null,
    category: null,
    type: null,
    currency: null,
    current: null,
    holder: null,
    ownership: null,
    eftEligibleRatio: null,
    eTransferEligibleRatio: null,
  }),
  odd('Words that Flinks never sent', { category: 'Crypto', type: 'Wallet', currency: 'XBT' }),
  odd('Overdrawn', { current: -0.01, available: 499.99, limit: 500, overdraftLimit: 500 }),
];

function odd(title: string, facts: Partial<BankAccount>): BankAccount {
  return bankAccount({ title, transactionsPrefix: null, ...facts });
}

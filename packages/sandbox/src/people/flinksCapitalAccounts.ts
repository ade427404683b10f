import { type BankAccount, bankAccount } from '../state/bankAccount.ts';

/**
 * The nine accounts of Flinks Capital, in Flinks' order (docs/flinks/api.md 9.2). Titles, numbers, categories,
 * balances and ratios are the capture's. Types and routing are the older captures' for `Chequing CAD` and
 * `Personal loan`; for the others no capture shows them, so these are our closest reading of table 4.2.
 */
export const flinksCapitalAccounts: readonly BankAccount[] = [
  notForEft({
    title: 'First Home Savings Account',
    accountNumber: 'FHSA1234567',
    category: 'Products',
    type: 'FHSA',
    current: 200_000,
    transactionsPrefix: 'TrxFhs',
  }),
  bankAccount({
    title: 'Business Account',
    accountNumber: 'BA-12345',
    current: 1_000_000,
    ownership: 'Business',
    transactionsPrefix: 'TrxBus',
  }),
  notForEft({
    title: 'Personal loan',
    accountNumber: 'LO020202',
    category: 'Credits',
    type: 'LoanPersonal',
    current: 200_000,
    transactionsPrefix: 'TrxLoa',
  }),
  bankAccount({
    title: 'Chequing US',
    accountNumber: '1111001',
    currency: 'USD',
    current: 25_000,
    eftEligibleRatio: 0.99,
    eTransferEligibleRatio: 0.5,
    transactionsPrefix: 'TrxCus',
  }),
  notForEft({
    title: 'Investments',
    accountNumber: 'INV00001',
    category: 'Products',
    type: 'OtherAsset',
    current: 100_000,
    transactionsPrefix: 'TrxInv',
  }),
  bankAccount({ title: 'Chequing CAD', accountNumber: '1111000' }),
  notForEft({
    title: 'Another Business Account',
    accountNumber: 'BA777',
    category: 'Credits',
    type: 'LineOfCredit',
    current: 42,
    ownership: 'Business',
    transactionsPrefix: 'TrxAno',
  }),
  notForEft({
    title: 'Line of Credit',
    accountNumber: 'LC010101',
    category: 'Credits',
    type: 'LineOfCredit',
    current: 3000,
    transactionsPrefix: 'TrxLoc',
  }),
  notForEft({
    title: 'Credit card',
    accountNumber: '420024******4242',
    category: 'Credits',
    type: 'CreditCard',
    current: 10_000,
    transactionsPrefix: 'TrxCre',
  }),
];

function notForEft(facts: Parameters<typeof bankAccount>[0]): BankAccount {
  return bankAccount({
    transitNumber: null,
    institutionNumber: null,
    overdraftLimit: null,
    eftEligibleRatio: 0,
    eTransferEligibleRatio: 0,
    ...facts,
  });
}

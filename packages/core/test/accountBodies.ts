import type { Account } from '@flinks-kit/core';

/** A Summary answer, with the fields of contract docs/flinks/api.md 2.5 in their order. Every value is made up. */
export const summaryBody = {
  HttpStatusCode: 200,
  Accounts: [
    {
      EftEligibleRatio: 1,
      ETransferEligibleRatio: 0.5,
      Title: 'Sample Chequing 9990001',
      AccountNumber: '9990001',
      LastFourDigits: null,
      Balance: { Available: null, Current: 1234.5, Limit: null },
      Category: 'Operations',
      Type: 'Chequing',
      Currency: 'CAD',
      Holder: {
        Name: 'Sample Holder',
        Address: {
          CivicAddress: '1 Sample Street',
          City: 'Sampleville',
          Province: 'QC',
          PostalCode: 'H0H 0H0',
          POBox: null,
          Country: 'CA',
        },
        Email: 'holder@example.test',
        PhoneNumber: '(514) 555-0100',
      },
      AccountType: 'Personal',
      Id: '00000000-0000-4000-8000-000000000001',
    },
  ],
  Links: [{ rel: 'AccountsDetail', href: '/GetAccountsDetail', example: null }],
  InstitutionName: 'FlinksCapital',
  InstitutionId: 14,
  Institution: 'FlinksCapital',
  RequestId: '00000000-0000-4000-8000-00000000aaaa',
};

/** The Detail answer for the same account (docs/flinks/api.md 2.6): routing and overdraft, no ratios. */
export const detailBody = {
  HttpStatusCode: 200,
  Accounts: [
    {
      Transactions: [],
      TransitNumber: '00042',
      InstitutionNumber: '009',
      OverdraftLimit: 100.5,
      Title: 'Sample Chequing 9990001',
      AccountNumber: '9990001',
      LastFourDigits: null,
      Balance: { Available: 1200, Current: 1234.5, Limit: null },
      Category: 'Operations',
      Type: 'Chequing',
      Currency: 'CAD',
      Holder: { Name: 'Sample Holder' },
      AccountType: 'Personal',
      Id: '00000000-0000-4000-8000-000000000001',
    },
  ],
  Institution: 'FlinksCapital',
  RequestId: '00000000-0000-4000-8000-00000000aaaa',
};

/** A whole account that is ready for EFT. */
export function sampleAccount(facts: Partial<Account> = {}): Account {
  return {
    id: 'account-1',
    title: 'Sample Chequing',
    category: 'Operations',
    type: 'Chequing',
    currency: 'CAD',
    balance: { available: null, current: 100, limit: null },
    overdraftLimit: null,
    accountNumber: '9990001',
    lastFourDigits: null,
    transitNumber: '00042',
    institutionNumber: '009',
    holder: null,
    ownership: 'Personal',
    eftEligibleRatio: 1,
    eTransferEligibleRatio: 1,
    sources: { summary: true, detail: true },
    ...facts,
  };
}

import { groupAccounts, mergeAccounts, parseAccounts } from '@flinks-kit/core';
import { fastest } from './fastest.ts';
import type { Line } from './report.ts';

/** How long it takes to understand 10,000 accounts, beside `JSON.parse` of the same text. */
export function measureAccounts(): readonly Line[] {
  const summaryText = JSON.stringify({ HttpStatusCode: 200, Accounts: rows(summaryRow) });
  const detailText = JSON.stringify({ HttpStatusCode: 200, Accounts: rows(detailRow) });
  const summary: unknown = JSON.parse(summaryText);
  const detail: unknown = JSON.parse(detailText);

  const ours = fastest(() =>
    groupAccounts(mergeAccounts(parseAccounts(summary).accounts, parseAccounts(detail).accounts)),
  );
  const json = fastest(() => [JSON.parse(summaryText), JSON.parse(detailText)]);
  return [
    {
      what: 'parse + merge + group 10,000 accounts',
      figure: ours,
      unit: 'ms',
      reference: json,
      beside: 'JSON.parse',
      ratioBudget: 0.6,
    },
  ];
}

const categories = ['Operations', 'Credits', 'Products', 'Other'];

function rows(row: (index: number) => object): readonly object[] {
  return Array.from({ length: 10_000 }, (_, index) => row(index));
}

// Field order and nulls as Flinks sends them (docs/flinks/api.md 2.5 and 2.6).
function summaryRow(index: number): object {
  return { EftEligibleRatio: (index % 100) / 100, ETransferEligibleRatio: 0.5, ...sharedFields(index) };
}

function detailRow(index: number): object {
  return {
    Transactions: [],
    TransitNumber: '00042',
    InstitutionNumber: '777',
    OverdraftLimit: 0,
    ...sharedFields(index),
  };
}

function sharedFields(index: number): object {
  return {
    Title: `Account ${index}`,
    AccountNumber: String(1_000_000 + index),
    LastFourDigits: null,
    Balance: { Available: null, Current: index * 1.25, Limit: null },
    Category: categories[index % 4],
    Type: 'Chequing',
    Currency: index % 10 === 0 ? 'USD' : 'CAD',
    Holder: {
      Name: 'Sample Person',
      Address: {
        CivicAddress: '1 Sample Street',
        City: 'Montréal',
        Province: 'QC',
        PostalCode: 'H0H 0H0',
        POBox: null,
        Country: 'CA',
      },
      Email: 'sample@example.com',
      PhoneNumber: '(555) 555-0100',
    },
    AccountType: 'Personal',
    Id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  };
}

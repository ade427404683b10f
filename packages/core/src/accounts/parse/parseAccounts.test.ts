import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailBody, summaryBody } from '../../../test/accountBodies.ts';
import { parseAccounts } from './parseAccounts.ts';

const one = (row: object) => parseAccounts({ Accounts: [{ Id: 'a', ...row }] }).accounts[0];
const problems = (row: object) =>
  parseAccounts({ Accounts: [{ Id: 'a', ...row }] }).issues.map(
    ({ field, problem }) => `${field} ${problem}`,
  );

describe('parseAccounts', () => {
  it('reads a Summary', () => {
    expect(parseAccounts(summaryBody)).toEqual({
      issues: [],
      accounts: [
        {
          id: '00000000-0000-4000-8000-000000000001',
          title: 'Sample Chequing 9990001',
          category: 'Operations',
          type: 'Chequing',
          currency: 'CAD',
          balance: { available: null, current: 1234.5, limit: null },
          overdraftLimit: null,
          accountNumber: '9990001',
          lastFourDigits: null,
          transitNumber: null,
          institutionNumber: null,
          holder: {
            name: 'Sample Holder',
            email: 'holder@example.test',
            phoneNumber: '(514) 555-0100',
            address: {
              civicAddress: '1 Sample Street',
              city: 'Sampleville',
              province: 'QC',
              postalCode: 'H0H 0H0',
              poBox: null,
              country: 'CA',
            },
          },
          ownership: 'Personal',
          eftEligibleRatio: 1,
          eTransferEligibleRatio: 0.5,
          sources: { summary: true, detail: false },
        },
      ],
    });
  });

  it.each(['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'])(
    'takes a control out of shown text that could reorder the page (%j)',
    (control) => {
      const text = `${control}Savings${control}${control} of${control}`;
      expect(one({ Title: text, Type: text })).toMatchObject({ title: 'Savings of', type: 'Savings of' });
      expect(one({ Title: control })?.title).toBeNull();
    },
  );

  it('reads a Detail, with leading zeros', () => {
    expect(parseAccounts(detailBody).accounts[0]).toMatchObject({
      transitNumber: '00042',
      institutionNumber: '009',
      overdraftLimit: 100.5,
      eftEligibleRatio: null,
      sources: { summary: false, detail: true },
    });
  });

  it.each([
    ['what the caller knows', { Accounts: [{}] }, 'detail' as const, { summary: false, detail: true }],
    [
      'a webhook',
      { ResponseType: 'GetAccountsDetail', Accounts: [{}] },
      undefined,
      { summary: false, detail: true },
    ],
    [
      'a Summary webhook',
      { ResponseType: 'GetAccountsSummary', Accounts: [{ TransitNumber: '1' }] },
      undefined,
      { summary: true, detail: false },
    ],
    ['nothing that shows it', { Accounts: [{ Title: 'x' }] }, undefined, { summary: true, detail: false }],
  ])('knows its source from %s', (_, body, source, sources) => {
    expect(parseAccounts(body, { source }).accounts[0]?.sources).toEqual(sources);
  });

  it.each([
    ['missing', undefined, { available: null, current: null, limit: null }],
    ['null', null, { available: null, current: null, limit: null }],
    ['a bare number', 12.5, { available: null, current: 12.5, limit: null }],
    [
      'numeric strings',
      { Available: '10', Current: ' -2.50 ', Limit: '' },
      { available: 10, current: -2.5, limit: null },
    ],
    ['zero', { Available: 0, Current: 0, Limit: 0 }, { available: 0, current: 0, limit: 0 }],
  ])('takes a Balance that is %s', (_, Balance, balance) => {
    expect(one({ Balance })?.balance).toEqual(balance);
    expect(problems({ Balance })).toEqual([]);
  });

  it('takes a Holder that is a bare name', () => {
    expect(one({ Holder: ' Sample Holder ' })?.holder?.name).toBe('Sample Holder');
  });

  it('gives numbers that are names their zeros back when Flinks sends them as numbers', () => {
    const account = one({ TransitNumber: 42, InstitutionNumber: 9, AccountNumber: 9990001 });
    expect(account).toMatchObject({
      transitNumber: '00042',
      institutionNumber: '009',
      accountNumber: '9990001',
    });
  });

  it('never takes more than four of the last four digits', () => {
    expect(one({ LastFourDigits: '9999000011112222' })?.lastFourDigits).toBe('2222');
  });

  it.each([
    [{ Currency: 'dollars' }, 'Currency unreadable'],
    [{ Balance: { Current: 'a lot' } }, 'Balance.Current unreadable'],
    [{ Balance: { Current: '0x10' } }, 'Balance.Current unreadable'],
    [{ EftEligibleRatio: 80 }, 'EftEligibleRatio unreadable'],
    [{ AccountNumber: 1e24 }, 'AccountNumber imprecise'],
    [{ TransitNumber: -1 }, 'TransitNumber unreadable'],
    [{ Title: {} }, 'Title unreadable'],
    [{ Holder: 7 }, 'Holder unreadable'],
    [{ AccountType: 'Robot' }, 'AccountType unreadable'],
  ])('reads %j as nothing and reports it', (row, problem) => {
    expect(problems(row)).toEqual([problem]);
  });

  it('lets no broken row hide the others', () => {
    const { accounts, issues } = parseAccounts({
      Accounts: [null, { Id: 'a' }, 'x', { Id: 'b' }, { Id: 'a' }],
    });
    expect(accounts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(issues).toEqual([
      { row: 0, field: null, problem: 'unreadable' },
      { row: 2, field: null, problem: 'unreadable' },
      { row: 4, field: 'Id', problem: 'duplicate' },
    ]);
  });

  it('keeps a row without Id, under a name that no other answer can share', () => {
    const body = { Accounts: [{ Title: 'Sample' }] };
    expect(parseAccounts(body, { source: 'summary' }).accounts[0]?.id).toBe('no-id:summary:0');
    expect(parseAccounts(body, { source: 'detail' }).accounts[0]?.id).toBe('no-id:detail:0');
  });

  it.each([undefined, null, '<html>oops', 42, {}, { Accounts: null }, { FlinksCode: 'OPERATION_PENDING' }])(
    'calls %j a body without accounts',
    (body) => {
      expect(parseAccounts(body)).toEqual({
        accounts: [],
        issues: [{ row: null, field: 'Accounts', problem: 'missing' }],
      });
    },
  );

  it('never throws, and every row is an account or an issue, whatever JSON comes', () => {
    const fields = [
      'Id',
      'Title',
      'Balance',
      'Category',
      'Type',
      'Currency',
      'Holder',
      'EftEligibleRatio',
      'AccountNumber',
    ];
    const row = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...fields), fc.jsonValue()));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { accounts, issues } = parseAccounts({ Accounts: rows });
        const lost = issues.filter(({ field, problem }) => field === null || problem === 'duplicate');
        expect(accounts.length + lost.length).toBe(rows.length);
        expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length);
      }),
    );
  });

  it('cuts a text of Flinks after 500 characters, and reports it', () => {
    const title = 'é'.repeat(499) + '😀'.repeat(500_000);
    const row = { Id: 'a', Title: title, Holder: { Name: 'n'.repeat(2_000) } };
    const { accounts, issues } = parseAccounts({ Accounts: [row] });
    expect(accounts[0]?.title).toBe('é'.repeat(499));
    expect(accounts[0]?.holder?.name).toHaveLength(500);
    expect(issues).toEqual([
      { row: 0, field: 'Title', problem: 'too-long' },
      { row: 0, field: 'Holder.Name', problem: 'too-long' },
    ]);
  });

  it.each([
    [{ Category: 'Operations' }, undefined],
    [{ Category: 'operation' }, undefined],
    [{ Type: 'Operations', Category: 'Chequing' }, undefined],
    [{ Type: 'Chequing' }, true],
    [{ Title: 'My chequing account' }, true],
    [{ Category: 'Loyalty' }, true],
    [{}, true],
  ])('notes for %j that the category was inferred: %j', (row, categoryInferred) => {
    expect(parseAccounts({ Accounts: [{ Id: 'a', ...row }] }).accounts[0]?.categoryInferred).toBe(
      categoryInferred,
    );
  });

  it('pads numbers that came as JSON numbers', () => {
    const row = { Id: 'a', InstitutionNumber: 3, TransitNumber: 1234, AccountNumber: 1234567 };
    expect(parseAccounts({ Accounts: [row] }).accounts[0]).toMatchObject({
      institutionNumber: '003',
      transitNumber: '01234',
      accountNumber: '1234567',
    });
  });
});

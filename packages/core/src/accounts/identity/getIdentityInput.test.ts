import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import type { Account } from '../parse/account.ts';
import { getIdentityInput } from './getIdentityInput.ts';

const chequing: Partial<Account> = {
  institutionNumber: '003',
  transitNumber: '00042',
  accountNumber: '0001234567',
  currency: 'CAD',
  sources: { summary: true, detail: true },
};
const input = (facts: Partial<Account> = {}, institutionId: number | null = null) =>
  getIdentityInput(sampleAccount({ ...chequing, ...facts }), institutionId);

describe('getIdentityInput', () => {
  it.each<[string, Partial<Account>]>([
    ['separators in the number', { accountNumber: '0001-234 567' }],
    ...[
      '0001234\u200b567',
      '\u200e0001234567',
      '\u202a0001234567\u202c',
      '0001234\u00ad567',
      '０００１２３４５６７',
    ].map((accountNumber): [string, Partial<Account>] => [
      `the number as ${JSON.stringify(accountNumber)}`,
      { accountNumber },
    ]),
    [
      'another spelling of institution and transit',
      { institutionNumber: '0003', transitNumber: '42'.padStart(4, '0') },
    ],
    ['the title', { title: 'Renamed' }],
    ['balance and id', { id: 'another', balance: { available: 1, current: 2, limit: 3 } }],
    ['Flinks’ id of the institution', {}],
  ])('%s changes nothing', (_name, facts) => {
    expect(input(facts, 7)).toBe(input());
  });

  it.each<[string, Partial<Account>]>([
    ['institution', { institutionNumber: '004' }],
    ['transit', { transitNumber: '00043' }],
    ['number', { accountNumber: '0001234568' }],
    ['a leading zero of the number', { accountNumber: '001234567' }],
    ['currency', { currency: 'USD' }],
  ])('another %s is another account', (_name, facts) => {
    expect(input(facts)).not.toBe(input());
  });

  it('a loan without transit, and letters in a number, will do', () => {
    const loan = {
      category: 'Credits',
      type: 'Mortgage',
      transitNumber: null,
      institutionNumber: null,
    } as const;
    expect(input({ ...loan, accountNumber: 'ab-12345' }, 7)).toBe('[7,"","AB12345","CAD"]');
    expect(input({ ...loan, accountNumber: 'ab-12345' }, 8)).not.toBe(
      input({ ...loan, accountNumber: 'ab-12345' }, 7),
    );
  });

  it('a short number with letters, as a bank’s statement prints it, will do', () => {
    expect(input({ accountNumber: 'FHSA1234567' })).toBe('["003","00042","FHSA1234567","CAD"]');
    expect(input({ accountNumber: 'BA777' })).toBe('["003","00042","BA777","CAD"]');
  });

  it.each<[string, Partial<Account>]>([
    ['a masked card number', { accountNumber: '999900******0005' }],
    ['a number masked by letters', { accountNumber: 'XXXXXX4567' }],
    ['no number', { accountNumber: null }],
    ['a number of zeros', { accountNumber: '0000000' }],
    ['the last four only', { accountNumber: '1120' }],
    ['the last four after a word', { accountNumber: 'ending 4567' }],
    ['a Summary alone', { sources: { summary: true, detail: false } }],
    ['no institution at all', { institutionNumber: null }],
    ...[
      ...[
        'Not available',
        'Non disponible',
        'Unknown',
        'Masqué',
        '[redacted]',
        'N/A-N/A',
        'null',
        '-----',
        '?????',
      ],
      ...['____4567', '…4567', '＊＊＊＊4567', '□□□□4567', '∗∗∗∗4567', '~~~~4567', 'NNNN4567', 'ХХХХ4567'],
      ...['____1234567', 'ending in 4567', '1234567?'],
    ].map((accountNumber): [string, Partial<Account>] => [`the text ${accountNumber}`, { accountNumber }]),
  ])('%s is no identity', (_name, facts) => {
    expect(input(facts)).toBeNull();
  });
});

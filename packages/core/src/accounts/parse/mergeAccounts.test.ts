import { describe, expect, it } from 'vitest';
import { detailBody, sampleAccount, summaryBody } from '../../../test/accountBodies.ts';
import { getEftNumbers } from '../eft/assessEft.ts';
import { mergeAccounts } from './mergeAccounts.ts';
import { parseAccounts } from './parseAccounts.ts';

describe('mergeAccounts', () => {
  it('takes ratios from the Summary and routing from the Detail', () => {
    const merged = mergeAccounts(parseAccounts(summaryBody).accounts, parseAccounts(detailBody).accounts);
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({
      eftEligibleRatio: 1,
      transitNumber: '00042',
      institutionNumber: '009',
      overdraftLimit: 100.5,
      balance: { available: 1200, current: 1234.5, limit: null },
      sources: { summary: true, detail: true },
    });
    expect(merged[0]?.holder?.name).toBe('Sample Holder');
  });

  it('keeps the order of the Summary, then what only the Detail has', () => {
    const ids = (...names: string[]) => names.map((id) => sampleAccount({ id }));
    expect(mergeAccounts(ids('b', 'a'), ids('a', 'c', 'b')).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(mergeAccounts(ids('a'), []).map(({ id }) => id)).toEqual(['a']);
    expect(mergeAccounts([], ids('a')).map(({ id }) => id)).toEqual(['a']);
  });

  it('joins an account whose id the two answers write in another case', () => {
    const id = 'a1b2c3d4-0000-4000-8000-00000000abcd';
    const read = (Id: string, source: 'summary' | 'detail') =>
      parseAccounts({ Accounts: [{ Id, Title: 'Chequing' }] }, { source }).accounts;
    const merged = mergeAccounts(read(id.toUpperCase(), 'summary'), read(id, 'detail'));
    expect(merged).toMatchObject([{ id, sources: { summary: true, detail: true } }]);
  });

  it.each([
    ['999900******0005', '9999001122330005', '9999001122330005'],
    ['9999001122330005', '999900******0005', '9999001122330005'],
    [null, '9990001', '9990001'],
    ['9990001', null, '9990001'],
  ])('prefers the number that is not masked: %s and %s', (detail, summary, expected) => {
    const [merged] = mergeAccounts(
      [sampleAccount({ accountNumber: summary })],
      [sampleAccount({ accountNumber: detail })],
    );
    expect(merged?.accountNumber).toBe(expected);
  });

  it.each([
    ['a new number without transit', { accountNumber: '9990002', transitNumber: null }],
    ['a new masked number', { accountNumber: 'XXX0002' }],
    ['a new transit without number', { transitNumber: '00043', accountNumber: null }],
    ['a new institution without number', { institutionNumber: '010', accountNumber: null }],
    ['a new transit in electronic form', { transitNumber: '001000043', institutionNumber: null }],
  ])('never makes one set of numbers of two: %s', (_, changes) => {
    const later = sampleAccount(changes);
    const [merged] = mergeAccounts([sampleAccount()], [later]);
    expect(merged).toMatchObject({
      accountNumber: later.accountNumber,
      transitNumber: later.transitNumber,
      institutionNumber: later.institutionNumber,
    });
  });

  it.each([
    ['a transit', { transitNumber: null }],
    ['a number', { accountNumber: null }],
    ['all three', { accountNumber: null, transitNumber: null, institutionNumber: null }],
    ['a whole number', { accountNumber: 'XXX0001' }],
    ['an institution, since the transit has it', { institutionNumber: null, transitNumber: '000900042' }],
  ])('takes what a later answer lacks and does not contradict: %s', (_, lacks) => {
    const [merged] = mergeAccounts([sampleAccount()], [sampleAccount(lacks)]);
    expect(getEftNumbers(merged ?? sampleAccount(lacks))).toEqual(getEftNumbers(sampleAccount()));
  });

  it('never joins two rows without Id, which may be two accounts', () => {
    const read = (row: object) => parseAccounts({ Accounts: [row] }, { source: 'detail' }).accounts;
    const earlier = read({ Title: 'One', AccountNumber: '9990001' });
    const later = read({ Title: 'Two' });
    expect(mergeAccounts(earlier, later)).toEqual(later);
  });

  it('lets no answer without a category overrule one that has it', () => {
    const [merged] = mergeAccounts(
      [sampleAccount({ category: 'Credits' })],
      [sampleAccount({ category: 'Other' })],
    );
    expect(merged?.category).toBe('Credits');
  });
});

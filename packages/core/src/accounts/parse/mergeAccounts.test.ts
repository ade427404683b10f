import { describe, expect, it } from 'vitest';
import { detailBody, sampleAccount, summaryBody } from '../../../test/accountBodies.ts';
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

  it('lets no answer without a category overrule one that has it', () => {
    const [merged] = mergeAccounts(
      [sampleAccount({ category: 'Credits' })],
      [sampleAccount({ category: 'Other' })],
    );
    expect(merged?.category).toBe('Credits');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import { accountCategories } from '../parse/account.ts';
import { groupAccounts } from './groupAccounts.ts';

const money = (current: number | null, currency: string | null = 'CAD') =>
  sampleAccount({ currency, balance: { available: null, current, limit: null } });
const debt = (current: number) => ({ ...money(current), category: 'Credits' as const, type: 'LineOfCredit' });
const totals = (...accounts: readonly ReturnType<typeof money>[]) => groupAccounts(accounts)[0]?.totals;

describe('groupAccounts', () => {
  it.each(['Loyalty', 'constructor', '__proto__', ''])(
    'puts an account of the unknown category %j under Other',
    (category) => {
      // As a back end of the app's own might send it.
      const account = JSON.parse(JSON.stringify({ ...money(1), category }));
      expect(groupAccounts([account])).toMatchObject([{ category: 'Other', accounts: [account] }]);
    },
  );

  it('puts the four groups in their order and leaves out the empty ones', () => {
    const accounts = (['Other', 'Credits', 'Operations'] as const).map((category) =>
      sampleAccount({ category }),
    );
    expect(groupAccounts(accounts).map(({ category }) => category)).toEqual([
      'Operations',
      'Credits',
      'Other',
    ]);
    expect(groupAccounts([])).toEqual([]);
  });

  it('adds exactly, where floats would not', () => {
    expect(totals(money(0.1), money(0.2))).toMatchObject([{ amount: 0.3, currency: 'CAD', complete: true }]);
  });

  it('never adds across currencies', () => {
    expect(totals(money(1), money(2, 'USD'), money(3))).toMatchObject([
      { currency: 'CAD', amount: 4 },
      { currency: 'USD', amount: 2 },
    ]);
  });

  it('marks a sum as incomplete when an account has no amount', () => {
    expect(totals(money(1), money(null))).toMatchObject([{ amount: 1, complete: false }]);
  });

  it('marks every sum as incomplete when an account has no currency', () => {
    expect(totals(money(5, null))).toEqual([]);
    for (const unknown of [money(5, null), money(null, null)]) {
      const sums = [
        { currency: 'CAD', amount: 1, complete: false },
        { currency: 'USD', amount: 2, complete: false },
      ];
      expect(totals(money(1), unknown, money(2, 'USD'))).toMatchObject(sums);
      expect(totals(unknown, money(1), money(2, 'USD'))).toMatchObject(sums);
    }
  });

  it('adds debts as what is owed, and marks an uncertain sign', () => {
    expect(totals(debt(100), debt(-50))).toMatchObject([{ side: 'owed', amount: 150, signCertain: false }]);
    expect(
      groupAccounts([debt(100), debt(-50)], { liabilitySign: 'positive-is-owed' })[0]?.totals,
    ).toMatchObject([{ side: 'owed', amount: 50, signCertain: true }]);
  });

  it('takes what is owed off what is owned, where a group has both', () => {
    const mortgage = { ...debt(100), category: 'Products' as const, type: 'Mortgage' };
    const fund = { ...money(250), category: 'Products' as const, type: 'TFSA' };
    expect(totals(mortgage, fund)).toMatchObject([{ side: 'owned', amount: 150 }]);
  });

  it('loses no account, and its sums are those of the cents', () => {
    const account = fc
      .record({
        category: fc.constantFrom(...accountCategories),
        cents: fc.integer({ min: -1e12, max: 1e12 }),
        currency: fc.constantFrom('CAD', 'USD'),
      })
      .map(({ category, cents, currency }) => ({
        ...money(cents / 100, currency),
        category,
        cents,
        type: null,
      }));
    fc.assert(
      fc.property(fc.array(account), (accounts) => {
        const groups = groupAccounts(accounts);
        expect(groups.flatMap((group) => group.accounts)).toHaveLength(accounts.length);
        for (const { category, accounts: members, totals: sums } of groups) {
          for (const { currency, amount } of sums) {
            const ofCurrency = members.filter((member) => member.currency === currency);
            const cents = ofCurrency.map((member) =>
              category === 'Credits' ? Math.abs(member.cents) : member.cents,
            );
            expect(Math.round(amount * 100)).toBe(cents.reduce((sum, each) => sum + each, 0));
          }
        }
      }),
    );
  });

  it('leaves out an amount too large to be counted exactly, and marks the sum', () => {
    expect(totals(money(1e300), money(1))).toMatchObject([{ amount: 1, complete: false }]);
  });
});

import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import type { Account } from '../parse/account.ts';
import { assessEft, reassessEft } from './assessEft.ts';
import { eftPolicies, type EftPolicy } from './assessEft.ts';
import { rankAccounts } from './rankAccounts.ts';
import { rankAccountsBy } from './rankAccountsBy.ts';
import { toConnectedAccount } from './toConnectedAccount.ts';

const connected = (facts: Partial<Account>, policy?: EftPolicy) =>
  toConnectedAccount(sampleAccount(facts), { connectionId: 'c', policy });

describe('rankAccounts', () => {
  it('puts the fittest first: by status, then by ratio, then as they came', () => {
    const accounts = [
      connected({ id: 'card', category: 'Credits' }),
      connected({ id: 'low', eftEligibleRatio: 0.3 }),
      connected({ id: 'open', eftEligibleRatio: null }),
      connected({ id: 'good', eftEligibleRatio: 0.8 }),
      connected({ id: 'best' }),
      connected({ id: 'equal' }),
    ];
    expect(rankAccounts(accounts).map(({ account }) => account.id)).toEqual([
      'best',
      'equal',
      'good',
      'open',
      'low',
      'card',
    ]);
  });
});

describe('rankAccountsBy', () => {
  it('ranks a status of a newer server as an unknown one', () => {
    const accounts = [
      connected({ id: 'low', eftEligibleRatio: 0.3 }),
      connected({ id: 'newer' }),
      connected({ id: 'open', eftEligibleRatio: null }),
      connected({ id: 'best' }),
    ];
    const ranked = rankAccountsBy(accounts, ({ id, eft }) =>
      // As a newer server might send it.
      id === 'newer' ? JSON.parse(JSON.stringify({ ...eft, status: 'paused', ratio: null })) : eft,
    );
    expect(ranked.map(({ account }) => account.id)).toEqual(['best', 'newer', 'open', 'low']);
  });
});

describe('reassessEft', () => {
  it.each<Partial<Account>>([
    {},
    { category: 'Credits' },
    { currency: 'USD' },
    { eftEligibleRatio: 0 },
    { eftEligibleRatio: null },
    { transitNumber: null },
    { accountNumber: 'AB-9990001' },
    { sources: { summary: true, detail: false } },
    { title: 'RRSP' },
    { title: 'Line of credit', currency: 'USD' },
    { title: 'TFSA', transitNumber: null },
    { type: 'TFSA' },
    { type: 'Mortgage', currency: 'USD' },
    { type: 'RRSP', currency: 'USD', title: 'GIC', eftEligibleRatio: 0 },
    { type: 'PropertyInsurance', category: 'Products' },
    { type: 'LoanBoat' },
    { type: 'LOANBOAT', currency: 'USD' },
    { type: 'CreditCardStore' },
    { type: 'HELOC' },
    { type: 'spousalrrsp' },
    { type: 'propertyinsurance' },
    { type: 'Loan', category: 'Credits', title: 'Car loan' },
  ])('comes to what the server would for every purpose: %j', (facts) => {
    const wide: EftPolicy = { categories: ['Operations', 'Credits', 'Products'], zeroRatio: 'unknown' };
    for (const policy of [...Object.values(eftPolicies), wide]) {
      expect(reassessEft(connected(facts), policy)).toEqual(assessEft(sampleAccount(facts), policy));
    }
  });

  it('keeps an institution that the server refused', () => {
    const refused = connected({}, { deniedInstitutions: ['009'] });
    expect(reassessEft(refused).reasons[0]).toBe('institution-denied');
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import type { Account } from '../parse/account.ts';
import { assessEft, assessETransfer } from './assessEft.ts';
import { eftPolicies, type EftPolicy } from './eftPolicy.ts';

const summaryOnly = { summary: true, detail: false };

describe('assessEft', () => {
  it.each<[string, Partial<Account>, EftPolicy, string, string]>([
    ['all there', {}, {}, 'eligible', 'ratio-meets-threshold details-complete'],
    [
      'exactly at the threshold',
      { eftEligibleRatio: 0.8 },
      {},
      'eligible',
      'ratio-meets-threshold details-complete',
    ],
    ['below it', { eftEligibleRatio: 0.79 }, {}, 'unlikely', 'ratio-below-threshold details-complete'],
    [
      'a threshold of one’s own',
      { eftEligibleRatio: 0.79 },
      { threshold: 0.5 },
      'eligible',
      'ratio-meets-threshold details-complete',
    ],
    [
      'an undefined rule is the default',
      { eftEligibleRatio: 0.79 },
      { threshold: undefined },
      'unlikely',
      'ratio-below-threshold details-complete',
    ],
    ['no ratio', { eftEligibleRatio: null }, {}, 'unknown', 'ratio-unknown details-complete'],
    ['ratio 0', { eftEligibleRatio: 0 }, {}, 'ineligible', 'ratio-zero'],
    [
      'ratio 0, called ambiguous',
      { eftEligibleRatio: 0 },
      { zeroRatio: 'unknown' },
      'unknown',
      'ratio-zero details-complete',
    ],
    ['a credit card', { category: 'Credits' }, {}, 'ineligible', 'category-not-supported'],
    [
      'category before currency',
      { category: 'Other', currency: 'USD' },
      {},
      'ineligible',
      'category-not-supported',
    ],
    ['US dollars', { currency: 'USD' }, {}, 'ineligible', 'currency-not-supported'],
    [
      'US dollars, allowed',
      { currency: 'USD' },
      { currencies: ['CAD', 'USD'] },
      'eligible',
      'ratio-meets-threshold details-complete',
    ],
    [
      'no currency is no wrong one',
      { currency: null },
      {},
      'eligible',
      'ratio-meets-threshold details-complete',
    ],
    ['a denied institution', {}, { deniedInstitutions: ['009'] }, 'ineligible', 'institution-denied'],
    [
      'denied before ratio 0',
      { eftEligibleRatio: 0 },
      { deniedInstitutions: ['009'] },
      'ineligible',
      'institution-denied',
    ],
    ['no account number', { accountNumber: null }, {}, 'ineligible', 'details-missing'],
    ['a masked account number', { accountNumber: '999900******0005' }, {}, 'ineligible', 'details-missing'],
    [
      'four digits of transit',
      { transitNumber: '0042' },
      {},
      'ineligible',
      'details-missing unusual-transit-number',
    ],
    [
      'a transit with a dash',
      { transitNumber: '000-42' },
      {},
      'eligible',
      'ratio-meets-threshold details-complete unusual-transit-number',
    ],
    [
      'letters in the account number',
      { accountNumber: 'AB-9990001' },
      {},
      'eligible',
      'ratio-meets-threshold details-complete unusual-account-number',
    ],
    [
      '24 digits',
      { accountNumber: '9'.repeat(24) },
      {},
      'eligible',
      'ratio-meets-threshold details-complete unusual-account-number',
    ],
    [
      'an odd institution',
      { institutionNumber: 'x009' },
      {},
      'eligible',
      'ratio-meets-threshold details-complete unusual-institution-number',
    ],
    [
      'missing outweighs no ratio',
      { eftEligibleRatio: null, transitNumber: null },
      {},
      'ineligible',
      'details-missing',
    ],
    [
      'only the Summary',
      { sources: summaryOnly, transitNumber: null },
      {},
      'eligible',
      'ratio-meets-threshold',
    ],
    [
      'only the Summary, no ratio',
      { sources: summaryOnly, eftEligibleRatio: null },
      {},
      'unknown',
      'ratio-unknown',
    ],
  ])('%s', (_, facts, policy, status, reasons) => {
    const assessment = assessEft(sampleAccount(facts), policy);
    expect(assessment.status).toBe(status);
    expect(assessment.reasons.join(' ')).toBe(reasons);
  });

  it('says what is missing', () => {
    const bare = sampleAccount({ accountNumber: null, transitNumber: null, institutionNumber: null });
    expect(assessEft(bare).missing).toEqual(['accountNumber', 'transitNumber', 'institutionNumber']);
  });

  it('is provisional exactly while the Detail is not there', () => {
    expect(assessEft(sampleAccount()).provisional).toBe(false);
    expect(assessEft(sampleAccount({ sources: summaryOnly })).provisional).toBe(true);
  });

  it('asks for no details of an e-Transfer, and judges by its own ratio', () => {
    const account = sampleAccount({ eftEligibleRatio: 0, eTransferEligibleRatio: 0.9, transitNumber: null });
    expect(assessETransfer(account)).toMatchObject({ status: 'eligible', ratio: 0.9, missing: [] });
  });

  it('reads income in any currency', () => {
    expect(assessEft(sampleAccount({ currency: 'USD' }), eftPolicies.income).status).toBe('eligible');
  });

  it('holds its order for every combination of facts', () => {
    const facts = fc.record({
      category: fc.constantFrom(
        'Operations' as const,
        'Credits' as const,
        'Products' as const,
        'Other' as const,
      ),
      currency: fc.constantFrom('CAD', 'USD', null),
      eftEligibleRatio: fc.constantFrom(null, 0, 0.3, 0.8, 1),
      accountNumber: fc.constantFrom(null, '9990001', '99**01'),
      transitNumber: fc.constantFrom(null, '00042', '42'),
      institutionNumber: fc.constantFrom(null, '009', '9'),
      sources: fc.constantFrom(summaryOnly, { summary: true, detail: true }),
    });
    fc.assert(
      fc.property(facts, (some) => {
        const account = sampleAccount(some);
        const { status, reasons, missing, provisional } = assessEft(account);
        expect(reasons.length).toBeGreaterThan(0);
        // Nothing is called eligible unless all of it is, and nothing ineligible for a fact nobody has asked for.
        if (status === 'eligible') {
          expect([some.category, some.currency === 'USD', missing.length]).toEqual(['Operations', false, 0]);
          expect(some.eftEligibleRatio).toBeGreaterThanOrEqual(0.8);
        }
        if (provisional) expect(missing).toEqual([]);
        const ruledOut = some.category !== 'Operations' || some.currency === 'USD';
        if (some.eftEligibleRatio === null && !ruledOut && missing.length === 0)
          expect(status).toBe('unknown');
      }),
      { numRuns: 400 },
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleAccount } from '../../../test/accountBodies.ts';
import type { Account } from '../parse/account.ts';
import { assessEft, assessETransfer, eftPolicies, type EftPolicy, getEftNumbers } from './assessEft.ts';

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
      'eligible',
      'ratio-meets-threshold details-complete transit-zero-restored',
    ],
    [
      'three digits of transit',
      { transitNumber: '042' },
      {},
      'ineligible',
      'details-missing unusual-transit-number',
    ],
    [
      'a transit with a dash',
      { transitNumber: '000-42' },
      {},
      'eligible',
      'ratio-meets-threshold details-complete',
    ],
    [
      'letters in the account number',
      { accountNumber: 'AB-9990001' },
      {},
      'ineligible',
      'details-missing unusual-account-number',
    ],
    [
      '24 digits',
      { accountNumber: '9'.repeat(24) },
      {},
      'ineligible',
      'details-missing unusual-account-number',
    ],
    [
      'the transit in front of the account number',
      { accountNumber: '00042-9990001' },
      {},
      'ineligible',
      'details-missing unusual-account-number',
    ],
    ['a mask of another sign', { accountNumber: '＊＊＊＊4567' }, {}, 'ineligible', 'details-missing'],
    [
      'an odd institution',
      { institutionNumber: 'q009' },
      {},
      'ineligible',
      'details-missing unusual-institution-number',
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
      'unknown',
      'details-pending ratio-meets-threshold',
    ],
    [
      'six digits of account number',
      { accountNumber: '999001' },
      {},
      'unknown',
      'unusual-account-number ratio-meets-threshold details-complete',
    ],
    [
      'six digits of account number, allowed',
      { accountNumber: '999001' },
      { shortAccountNumbers: 'allowed' },
      'eligible',
      'ratio-meets-threshold details-complete unusual-account-number',
    ],
    [
      'a category that Flinks did not send',
      { categoryInferred: true },
      {},
      'unknown',
      'category-inferred ratio-meets-threshold details-complete',
    ],
    [
      'a type of another category',
      { type: 'CreditCardPrepaid' },
      {},
      'unlikely',
      'type-suggests-no-eft ratio-meets-threshold details-complete',
    ],
    [
      'a title never raises',
      { category: 'Credits', title: 'Chequing' },
      {},
      'ineligible',
      'category-not-supported',
    ],
    [
      'a title beside a low ratio',
      { title: 'My RRSP', eftEligibleRatio: 0.1 },
      {},
      'unlikely',
      'ratio-below-threshold title-suggests-no-eft details-complete',
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

  it.each([
    ...[
      'RRSP',
      'Régime REER',
      'My TFSA savings',
      'CELI Épargne',
      'CÉLIAPP',
      'RESP – Sample',
      'REEE familial',
      'GIC 1 year',
      'R.R.S.P. Savings',
      'Compte R.E.E.R.',
      'ＴＦＳＡ',
    ],
    ...[
      'Personal Loan',
      'Prêt étudiant',
      'Mortgage',
      'Prêt hypothécaire',
      'Line of Credit',
      'Marge de crédit',
    ],
    ...[
      'Tax\u2011Free Savings',
      'Tax–free savings',
      'Tax-Free  Savings',
      'Locked\u2011in plan',
      'Pré\u2011payée',
      'pre\u2010paid',
    ],
    ...[
      'Line-of-Credit',
      'line\u00a0of\u00a0credit',
      'Credit-card',
      'carte-crédit',
      'Pre paid card',
      'Dépôt\u00a0à\u00a0terme',
    ],
    ...[
      'RRSP_Savings',
      'TFSA2',
      'RRSP1',
      'REER2',
      'MORTGAGE_01',
      'RR\u200bSP',
      'RRSP\u200f',
      'RRSP™',
      'T F S A',
      'C.E.L.I.',
    ],
    ...[
      'Ligne de crédit',
      'Marge crédit',
      'Personal LOC',
      'PLC',
      'HELOC',
      'Emprunt',
      'Prêts étudiants',
      'Hypo',
    ],
    ...['Guaranteed Investment Certificate', 'Certificat de placement garanti', 'Gift card', 'Carte-cadeau'],
    ...[
      'LRSP',
      'LRIF',
      'RLIF',
      'PRIF',
      'VRSP',
      'RVER',
      'DPSP',
      'RPDB',
      'RPP',
      'RPA',
      'Immobilisée',
      'Immobilisés',
    ],
    ...['Pension', 'Pension 01', 'Pension plan', 'Régime de retraite', 'Fonds de pension', 'Retirement fund'],
    ...['RLSP', 'REIR', 'FRVR', 'Auto financing', 'Financement auto', 'Credit Line', 'Home equity line'],
    ...['Reloadable card', 'Carte rechargeable'],
    ...['Prepaid Card', 'Carte prépayée', 'Tax-Free Savings Account', 'Compte d’épargne libre d’impôt'],
  ])('calls %s unlikely at most', (title) => {
    expect(assessEft(sampleAccount({ title }))).toMatchObject({
      status: 'unlikely',
      reasons: ['title-suggests-no-eft', 'ratio-meets-threshold', 'details-complete'],
    });
  });

  it.each([
    'Chequing',
    'Visa Debit Chequing',
    'Compte-chèques',
    'Celine’s account',
    'Épargne à intérêt élevé',
    'Non-registered chequing',
    'Compte non enregistré',
    'Pension chequing',
    'Compte chèques pension',
    'Localised account',
    'Online Credit Union chequing',
  ])('takes nothing off for the title %s', (title) =>
    expect(assessEft(sampleAccount({ title })).status).toBe('eligible'),
  );

  it.each([
    ...[
      'LoanBoat',
      'CreditCardStore',
      'LineOfCreditBusiness',
      'MortgageSecond',
      'LOANBOAT',
      'mortgagesecond',
    ],
    ...[
      'HELOC',
      'PrepaidCard',
      'LIRA',
      'RRIF',
      'SpousalRRSP',
      'spousal_rrsp',
      'PropertyInsurance',
      'propertyinsurance',
    ],
  ])('calls the type %s, which Flinks’ table lacks, unlikely at most', (type) => {
    expect(assessEft(sampleAccount({ type }))).toMatchObject({
      status: 'unlikely',
      reasons: ['type-suggests-no-eft', 'ratio-meets-threshold', 'details-complete'],
    });
  });

  it.each(['Chequing', 'USChequing', 'HighInterestSavings', 'Payroll'])(
    'takes nothing off for the type %s',
    (type) => expect(assessEft(sampleAccount({ type })).status).toBe('eligible'),
  );

  it.each([
    'XXXXXXX4567',
    '111122XXXXXX1111',
    'xxx-xxx-567',
    '••••4567',
    '4567',
    '0000000',
    '1234567890123',
    '',
  ])('never calls the account number %j eligible', (accountNumber) => {
    expect(assessEft(sampleAccount({ accountNumber }))).toMatchObject({
      status: 'ineligible',
      missing: ['accountNumber'],
    });
    expect(getEftNumbers(sampleAccount({ accountNumber }))).toBeNull();
  });

  it('calls nothing eligible unless three canonical numbers and a category of Flinks are there', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'0123456789xX*•- '.split(''), 'A'), maxLength: 14 });
    const number = (...texts: (string | null)[]) => fc.oneof(fc.constantFrom(...texts), noise);
    const facts = fc.record({
      accountNumber: number('9990001', '12-34567', '0012345', null),
      transitNumber: number('00042', '1234', '000912345', '12345-009', null),
      institutionNumber: number('009', '0009', '000', null),
      categoryInferred: fc.constantFrom(undefined, true),
      sources: fc.constantFrom(summaryOnly, { summary: true, detail: true }),
    });
    fc.assert(
      fc.property(facts, (some) => {
        const account = sampleAccount(some);
        const numbers = getEftNumbers(account);
        if (numbers) {
          expect(numbers.institutionNumber).toMatch(/^(?!000)\d{3}$/);
          expect(numbers.transitNumber).toMatch(/^(?!00000)\d{5}$/);
          expect(numbers.accountNumber).toMatch(/^(?!0+$)\d{7,12}$/);
        }
        const isEligible = assessEft(account).status === 'eligible';
        expect(isEligible).toBe(numbers !== null && some.sources.detail && !some.categoryInferred);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['010', '1234567'],
    ['010', '123456789012'],
    ['016', '123456789'],
    ['016', '123456789012'],
    ['815', '1234567'],
  ])('accepts at institution %s the length of %s', (institutionNumber, accountNumber) => {
    expect(assessEft(sampleAccount({ institutionNumber, accountNumber }))).toMatchObject({
      status: 'eligible',
      reasons: ['ratio-meets-threshold', 'details-complete'],
    });
  });

  it('lists what is missing', () => {
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
        // Nothing is called eligible unless all of it is, and nothing ineligible for a fact that was not requested.
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

import type { AccountCategory } from '../parse/account.ts';

/** Can this account be debited or paid by EFT? `unknown` is never shown as "no". */
export type EftStatus = 'eligible' | 'unlikely' | 'ineligible' | 'unknown';

/** A fact that the EFT details still lack. */
export type EftMissing = 'accountNumber' | 'transitNumber' | 'institutionNumber';

/** Why an assessment came out as it did; the first one decided. Open, since policies may add theirs. */
export type EftReason =
  | 'category-not-supported'
  | 'currency-not-supported'
  | 'institution-denied'
  | 'ratio-zero'
  | 'ratio-below-threshold'
  | 'ratio-meets-threshold'
  | 'ratio-unknown'
  | 'details-missing'
  | 'details-complete'
  | 'unusual-account-number'
  | 'unusual-transit-number'
  | 'unusual-institution-number'
  | (string & {});

/**
 * What the facts say about one account and one purpose. The ratio is the chance of *collecting* the account's
 * details, not of a debit clearing (docs/flinks/api.md 5).
 */
export interface EftAssessment {
  readonly status: EftStatus;
  /** 0–1, or `null` when Flinks gave none. */
  readonly ratio: number | null;
  /** True while only the Summary has been seen: the Detail may still change the verdict. */
  readonly provisional: boolean;
  readonly reasons: readonly EftReason[];
  readonly missing: readonly EftMissing[];
}

/** What an account is needed for. */
export type EftPurpose = 'pad-debit' | 'payout' | 'income';

/** The rules of an assessment, as plain data. Leave out what our default says already. */
export interface EftPolicy {
  /** The lowest ratio that counts as eligible. Flinks documents none; ours is 0.8 (docs/flinks/api.md 5). */
  readonly threshold?: number | undefined;
  readonly categories?: readonly AccountCategory[] | undefined;
  /** ISO 4217. EFT in Canada clears in CAD; add `'USD'` if your processor takes it. */
  readonly currencies?: readonly string[] | undefined;
  /** Three-digit institution *numbers* (not Flinks' `InstitutionId`) that your processor refuses. */
  readonly deniedInstitutions?: readonly string[] | undefined;
  /** Flinks gives 0 both for "never collected" and for "can't do EFT". `'unknown'` leaves the question open. */
  readonly zeroRatio?: 'ineligible' | 'unknown' | undefined;
}

/** Every rule, decided. */
export type CompleteEftPolicy = { readonly [Rule in keyof EftPolicy]-?: NonNullable<EftPolicy[Rule]> };

/** What each purpose asks for. All three need the same EFT details; `income` only reads, so any currency will do. */
export const eftPolicies: Readonly<Record<EftPurpose, CompleteEftPolicy>> = {
  'pad-debit': {
    threshold: 0.8,
    categories: ['Operations'],
    currencies: ['CAD'],
    deniedInstitutions: [],
    zeroRatio: 'ineligible',
  },
  payout: {
    threshold: 0.8,
    categories: ['Operations'],
    currencies: ['CAD'],
    deniedInstitutions: [],
    zeroRatio: 'ineligible',
  },
  income: {
    threshold: 0.8,
    categories: ['Operations'],
    currencies: ['CAD', 'USD'],
    deniedInstitutions: [],
    zeroRatio: 'unknown',
  },
};

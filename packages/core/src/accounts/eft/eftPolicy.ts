import type { AccountCategory } from '../parse/account.ts';

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

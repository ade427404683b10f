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

import type { Account } from './account.ts';
import type { EftAssessment, EftMissing, EftReason } from './eftAssessment.ts';
import { type CompleteEftPolicy, eftPolicies, type EftPolicy } from './eftPolicy.ts';
import { isMaskedNumber } from './maskAccountNumber.ts';

/**
 * Can this account be debited or paid by EFT? Decides in this order, and the first reason is the one that decided:
 *
 * 1. a category, currency or institution that the policy does not take: ineligible
 * 2. a ratio of 0: ineligible (or left open, where the policy says that 0 is ambiguous)
 * 3. the Detail is there and lacks an account number, a five-digit transit or a three-digit institution: ineligible
 * 4. a ratio at or above the threshold: eligible; below it: unlikely; none: unknown
 *
 * While only the Summary was read, step 3 waits and the answer is `provisional`. Odd forms are warnings at the end.
 * The ratio is the chance of *collecting* the details, not of a debit clearing (contract: api.md 5).
 */
export function assessEft(account: Account, policy: EftPolicy = {}): EftAssessment {
  return assess(account, account.eftEligibleRatio, inspectDetails(account), policy);
}

/**
 * The same for e-Transfer, by its own ratio. Flinks does not document which details an e-Transfer needs, so none are
 * asked for (contract: api.md 5).
 */
export function assessETransfer(account: Account, policy: EftPolicy = {}): EftAssessment {
  return assess(account, account.eTransferEligibleRatio, noDetails, policy);
}

interface Details {
  readonly missing: readonly EftMissing[];
  readonly complete: boolean;
  readonly warnings: readonly EftReason[];
}

const noDetails: Details = { missing: [], complete: false, warnings: [] };

function assess(account: Account, ratio: number | null, details: Details, asked: EftPolicy): EftAssessment {
  const policy = { ...eftPolicies['pad-debit'], ...defined(asked) };
  const facts = { ratio, provisional: !account.sources.detail, missing: details.missing };

  const refusal = refusedBy(policy, account, ratio);
  if (refusal !== null) return { ...facts, status: 'ineligible', reasons: [refusal, ...details.warnings] };
  if (details.missing.length > 0) {
    return { ...facts, status: 'ineligible', reasons: ['details-missing', ...details.warnings] };
  }
  const rest: readonly EftReason[] = details.complete ? ['details-complete', ...details.warnings] : [];
  if (ratio === null) return { ...facts, status: 'unknown', reasons: ['ratio-unknown', ...rest] };
  if (ratio === 0) return { ...facts, status: 'unknown', reasons: ['ratio-zero', ...rest] };
  if (ratio < policy.threshold) {
    return { ...facts, status: 'unlikely', reasons: ['ratio-below-threshold', ...rest] };
  }
  return { ...facts, status: 'eligible', reasons: ['ratio-meets-threshold', ...rest] };
}

function refusedBy(policy: CompleteEftPolicy, account: Account, ratio: number | null): EftReason | null {
  if (!policy.categories.includes(account.category)) return 'category-not-supported';
  if (account.currency !== null && !policy.currencies.includes(account.currency)) {
    return 'currency-not-supported';
  }
  const institution = account.institutionNumber;
  if (institution !== null && policy.deniedInstitutions.includes(institution)) return 'institution-denied';
  return ratio === 0 && policy.zeroRatio === 'ineligible' ? 'ratio-zero' : null;
}

function inspectDetails(account: Account): Details {
  if (!account.sources.detail) return noDetails;
  const { accountNumber, transitNumber, institutionNumber } = account;
  const missing: EftMissing[] = [];
  const warnings: EftReason[] = [];

  if (accountNumber === null || isMaskedNumber(accountNumber)) missing.push('accountNumber');
  else if (!/^\d{5,12}$/.test(accountNumber)) warnings.push('unusual-account-number');

  if (countDigits(transitNumber) !== 5) missing.push('transitNumber');
  if (transitNumber !== null && !/^\d{5}$/.test(transitNumber)) warnings.push('unusual-transit-number');

  if (countDigits(institutionNumber) !== 3) missing.push('institutionNumber');
  if (institutionNumber !== null && !/^\d{3}$/.test(institutionNumber)) {
    warnings.push('unusual-institution-number');
  }
  return { missing, warnings, complete: missing.length === 0 };
}

function countDigits(number: string | null): number {
  return number === null ? 0 : number.replace(/\D/g, '').length;
}

// `{ threshold: undefined }` means the default, as everywhere in the kit.
function defined(policy: EftPolicy): Partial<CompleteEftPolicy> {
  const decided = Object.entries(policy).filter(([, value]) => value !== undefined);
  // The filter leaves exactly the defined rules, which TypeScript can't see through `Object.entries`.
  return Object.fromEntries(decided) as Partial<CompleteEftPolicy>;
}

import type { Account, AccountCategory } from '../parse/account.ts';
import type { ConnectedAccount } from './connectedAccount.ts';
import {
  type CompleteEftPolicy,
  type EftAssessment,
  type EftMissing,
  eftPolicies,
  type EftPolicy,
  type EftReason,
} from './eftPolicy.ts';
import { isMaskedNumber } from '../numbers/maskAccountNumber.ts';

/**
 * Can this account be debited or paid by EFT? Decides in this order, and the first reason is the one that decided:
 *
 * 1. a category, currency or institution that the policy does not take: ineligible
 * 2. a ratio of 0: ineligible (or left open, where the policy says that 0 is ambiguous)
 * 3. the Detail is there and lacks an account number, a five-digit transit or a three-digit institution: ineligible
 * 4. a ratio at or above the threshold: eligible; below it: unlikely; none: unknown
 *
 * While only the Summary was read, step 3 waits and the answer is `provisional`. Odd forms are warnings at the end.
 * The ratio is the chance of *collecting* the details, not of a debit clearing (docs/flinks/api.md 5).
 */
export function assessEft(account: Account, policy: EftPolicy = {}): EftAssessment {
  return assess(factsOf(account, account.eftEligibleRatio, inspectDetails(account)), policy);
}

/**
 * The same for e-Transfer, by its own ratio. Flinks does not document which details an e-Transfer needs, so none are
 * asked for (docs/flinks/api.md 5).
 */
export function assessETransfer(account: Account, policy: EftPolicy = {}): EftAssessment {
  return assess(factsOf(account, account.eTransferEligibleRatio, noDetails), policy);
}

/**
 * Judges an account that left the server again, for another purpose. The numbers stayed there, so what the server
 * found out about them is taken over: what is missing, what is odd, and an institution it refuses.
 */
export function reassessEft(account: ConnectedAccount, policy: EftPolicy = {}): EftAssessment {
  const { missing, provisional, reasons, ratio } = account.eft;
  const facts: Facts = {
    category: account.category,
    currency: account.currency,
    institutionNumber: account.institutionNumber ?? null,
    denied: reasons.includes('institution-denied'),
    ratio,
    provisional,
    missing,
    complete: !provisional && missing.length === 0,
    warnings: reasons.filter((reason) => reason.startsWith('unusual-')),
  };
  return assess(facts, policy);
}

interface Facts extends Details {
  readonly category: AccountCategory;
  readonly currency: string | null;
  readonly institutionNumber: string | null;
  readonly denied: boolean;
  readonly ratio: number | null;
  readonly provisional: boolean;
}

interface Details {
  readonly missing: readonly EftMissing[];
  readonly complete: boolean;
  readonly warnings: readonly EftReason[];
}

const noDetails: Details = { missing: [], complete: false, warnings: [] };

function factsOf(account: Account, ratio: number | null, details: Details): Facts {
  const { category, currency, institutionNumber, sources } = account;
  return {
    ...details,
    category,
    currency,
    institutionNumber,
    denied: false,
    ratio,
    provisional: !sources.detail,
  };
}

function assess(facts: Facts, asked: EftPolicy): EftAssessment {
  const policy = { ...eftPolicies['pad-debit'], ...defined(asked) };
  const { ratio, provisional, missing, warnings } = facts;
  const said = { ratio, provisional, missing };

  const refusal = refusedBy(policy, facts);
  if (refusal !== null) return { ...said, status: 'ineligible', reasons: [refusal, ...warnings] };
  if (missing.length > 0) return { ...said, status: 'ineligible', reasons: ['details-missing', ...warnings] };

  const rest: readonly EftReason[] = facts.complete ? ['details-complete', ...warnings] : [];
  if (ratio === null) return { ...said, status: 'unknown', reasons: ['ratio-unknown', ...rest] };
  if (ratio === 0) return { ...said, status: 'unknown', reasons: ['ratio-zero', ...rest] };
  if (ratio < policy.threshold) {
    return { ...said, status: 'unlikely', reasons: ['ratio-below-threshold', ...rest] };
  }
  return { ...said, status: 'eligible', reasons: ['ratio-meets-threshold', ...rest] };
}

function refusedBy(policy: CompleteEftPolicy, facts: Facts): EftReason | null {
  const { category, currency, institutionNumber, ratio } = facts;
  if (!policy.categories.includes(category)) return 'category-not-supported';
  if (currency !== null && !policy.currencies.includes(currency)) return 'currency-not-supported';
  const denied = institutionNumber !== null && policy.deniedInstitutions.includes(institutionNumber);
  if (facts.denied || denied) return 'institution-denied';
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

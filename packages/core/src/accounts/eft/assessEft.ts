import { isMaskedNumber } from '../numbers/maskAccountNumber.ts';
import {
  type AccountNumbers,
  readAccountNumbers,
  readInstitutionNumber,
} from '../numbers/readAccountNumbers.ts';
import type { Account, AccountCategory } from '../parse/account.ts';
import { categoryOfType } from '../parse/accountTypes.ts';
import { isCreditType } from '../parse/creditTypes.ts';
import { suggestsNoEft } from './suggestsNoEft.ts';

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
  | 'details-pending'
  | 'details-complete'
  | 'category-inferred'
  | 'title-suggests-no-eft'
  | 'type-suggests-no-eft'
  | 'transit-zero-restored'
  | 'unusual-account-number'
  | 'unusual-transit-number'
  | 'unusual-institution-number'
  | (string & {});

/**
 * What follows from the facts for one account and one purpose. The ratio is the chance of *collecting* the account's
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

/** The rules of an assessment, as plain data. What is left out is the default. */
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
  /** Account numbers of 5 or 6 digits. `'unknown'` by default, since a digit may be missing; `'allowed'` trusts them. */
  readonly shortAccountNumbers?: 'unknown' | 'allowed' | undefined;
}

/** Every rule, decided. */
export type CompleteEftPolicy = { readonly [Rule in keyof EftPolicy]-?: NonNullable<EftPolicy[Rule]> };

const defaultPolicy: CompleteEftPolicy = {
  threshold: 0.8,
  categories: ['Operations'],
  currencies: ['CAD'],
  deniedInstitutions: [],
  zeroRatio: 'ineligible',
  shortAccountNumbers: 'unknown',
};

/** What each purpose asks for. All three need the same EFT details; `income` only reads, so any currency will do. */
export const eftPolicies: Readonly<Record<EftPurpose, CompleteEftPolicy>> = {
  'pad-debit': defaultPolicy,
  payout: defaultPolicy,
  income: { ...defaultPolicy, currencies: ['CAD', 'USD'], zeroRatio: 'unknown' },
};

/**
 * Can this account be debited or paid by EFT? Decides in this order, and the first reason is the one that decided:
 *
 * 1. a category, currency or institution that the policy does not take: ineligible
 * 2. a ratio of 0: ineligible (or left open, where the policy treats 0 as ambiguous)
 * 3. the Detail was read and an account, transit or institution number is missing, masked or not usable: ineligible
 * 4. a ratio below the threshold, or a title or type of a registered plan, a loan or a prepaid card: unlikely
 * 5. no ratio, no Detail yet, a category that Flinks did not send, or a short account number: unknown
 * 6. else eligible: a ratio at or above the threshold, a category from Flinks, and three complete numbers
 *
 * While only the Summary was read, the answer is `provisional`. The ratio is the chance of *collecting* the details, not
 * of a debit clearing (docs/flinks/api.md 5). The forms of numbers are in docs/flinks/payments-canada.md 7.
 */
export function assessEft(account: Account, policy: EftPolicy = {}): EftAssessment {
  const numbers = readAccountNumbers(account);
  return assess(
    { ...getFacts(account, account.eftEligibleRatio), ...inspectDetails(account, numbers) },
    policy,
  );
}

/**
 * The same for e-Transfer, by its own ratio. Flinks does not document which details an e-Transfer needs, so none are
 * required (docs/flinks/api.md 5).
 */
export function assessETransfer(account: Account, policy: EftPolicy = {}): EftAssessment {
  return assess({ ...getFacts(account, account.eTransferEligibleRatio), ...noDetails }, policy);
}

/**
 * Assesses an account in the browser for another purpose. The numbers and the tables of titles and types stayed on the
 * server, so its findings are taken over: what is missing, what is unusual, an institution that it refused, and a title
 * or type that suggests no EFT.
 */
export function reassessEft(account: AssessedAccount, policy: EftPolicy = {}): EftAssessment {
  const { missing, provisional, reasons, ratio } = account.eft;
  const { type, category, categoryInferred = false, currency } = account;
  return assess(
    {
      titleSuggestsNoEft: reasons.includes('title-suggests-no-eft'),
      typeCategory: isCreditType(type)
        ? 'Credits'
        : // Only credits and products are not for EFT.
          reasons.includes('type-suggests-no-eft')
          ? 'Products'
          : null,
      category,
      categoryInferred,
      currency,
      institutionNumber: readInstitutionNumber(account.institutionNumber ?? ''),
      isDenied: reasons.includes('institution-denied'),
      ratio,
      provisional,
      missing,
      details: provisional ? 'pending' : missing.length > 0 ? 'incomplete' : 'complete',
      isShort: missing.length === 0 && reasons.includes('unusual-account-number'),
      warnings: reasons.filter((reason) => warningReasons.includes(reason)),
    },
    policy,
  );
}

/** The fields of a `ConnectedAccount` that another assessment needs. */
export interface AssessedAccount extends Pick<
  Account,
  'category' | 'categoryInferred' | 'type' | 'currency'
> {
  readonly institutionNumber?: string | null | undefined;
  readonly eft: EftAssessment;
}

/** The numbers of an EFT instruction, in canonical form, or `null` unless all three can be used under this policy. */
export function getEftNumbers(account: Account, policy: EftPolicy = {}): EftNumbers | null {
  const numbers = readAccountNumbers(account);
  const { institutionNumber, transitNumber, accountNumber } = numbers;
  if (institutionNumber === null || transitNumber === null || accountNumber === null) return null;
  if (numbers.isShortAccountNumber && policy.shortAccountNumbers !== 'allowed') return null;
  return { institutionNumber, transitNumber, accountNumber };
}

/** Three complete numbers: 3, 5 and 7–12 digits (or 5–12 where the policy allows short ones). */
export interface EftNumbers {
  readonly institutionNumber: string;
  readonly transitNumber: string;
  readonly accountNumber: string;
}

interface Facts extends Details {
  readonly titleSuggestsNoEft: boolean;
  /**
   * The category that Flinks lists the type under. `Products` for a type it does not list whose words are those of a title
   * without EFT (`SpousalRRSP`, `HELOC`); `null` for a type that decides nothing.
   */
  readonly typeCategory: AccountCategory | null;
  readonly category: AccountCategory;
  readonly categoryInferred: boolean;
  readonly currency: string | null;
  readonly isDenied: boolean;
  readonly ratio: number | null;
  readonly provisional: boolean;
}

interface Details {
  readonly institutionNumber: string | null;
  readonly missing: readonly EftMissing[];
  readonly details: 'not-needed' | 'pending' | 'incomplete' | 'complete';
  readonly isShort: boolean;
  readonly warnings: readonly EftReason[];
}

const noDetails: Details = {
  institutionNumber: null,
  missing: [],
  details: 'not-needed',
  isShort: false,
  warnings: [],
};

function getFacts(account: Account, ratio: number | null): Omit<Facts, keyof Details> {
  const { title, type, category, categoryInferred = false, currency, sources } = account;
  return {
    titleSuggestsNoEft: suggestsNoEft(title),
    typeCategory:
      type === null ? null : (categoryOfType(type) ?? (suggestsNoEft(toWords(type)) ? 'Products' : null)),
    category,
    categoryInferred,
    currency,
    isDenied: false,
    ratio,
    provisional: !sources.detail,
  };
}

// `SpousalRRSP` is two words.
const toWords = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

function assess(facts: Facts, custom: EftPolicy): EftAssessment {
  const policy = { ...defaultPolicy, ...defined(custom) };
  const { ratio, provisional, missing, warnings } = facts;
  const known = { ratio, provisional, missing };

  const refusal = getRefusal(policy, facts) ?? (missing.length > 0 ? 'details-missing' : null);
  if (refusal !== null) {
    // Another purpose, in the browser, may accept what this one refuses, and must know what else was found.
    const findings = getTitleAndTypeLimits(policy, facts).map(({ reason }) => reason);
    return { ...known, status: 'ineligible', reasons: [refusal, ...findings, ...warnings] };
  }

  const byRatio = assessRatio(ratio, policy.threshold);
  const limits = getLimits(policy, facts);
  const status = strictest([byRatio.status, ...limits.map((limit) => limit.status)]);
  const isDecisive = (limit: Finding): boolean => limit.status === status && byRatio.status !== status;
  // The first reason is the one that decided; limits that changed nothing follow the ratio.
  const findings = [...limits.filter(isDecisive), byRatio, ...limits.filter((limit) => !isDecisive(limit))];
  const reasons: readonly EftReason[] = [
    ...findings.map(({ reason }) => reason),
    ...(facts.details === 'complete' ? ['details-complete'] : []),
    ...warnings,
  ];
  return { ...known, status, reasons: [...new Set(reasons)] };
}

interface Finding {
  readonly status: EftStatus;
  readonly reason: EftReason;
}

function assessRatio(ratio: number | null, threshold: number): Finding {
  if (ratio === null) return { status: 'unknown', reason: 'ratio-unknown' };
  if (ratio === 0) return { status: 'unknown', reason: 'ratio-zero' };
  if (ratio < threshold) return { status: 'unlikely', reason: 'ratio-below-threshold' };
  return { status: 'eligible', reason: 'ratio-meets-threshold' };
}

// What an account can be at most, whatever its ratio: these only lower an assessment.
function getLimits(policy: CompleteEftPolicy, facts: Facts): readonly Finding[] {
  const limits = getTitleAndTypeLimits(policy, facts);
  if (facts.categoryInferred) limits.push({ status: 'unknown', reason: 'category-inferred' });
  // Beside an open ratio it would add nothing: the assessment is provisional in any case.
  if (facts.details === 'pending' && facts.ratio)
    limits.push({ status: 'unknown', reason: 'details-pending' });
  if (facts.isShort && policy.shortAccountNumbers === 'unknown') {
    limits.push({ status: 'unknown', reason: 'unusual-account-number' });
  }
  return limits;
}

function getTitleAndTypeLimits({ categories }: CompleteEftPolicy, facts: Facts): Finding[] {
  const limits: Finding[] = [];
  if (facts.titleSuggestsNoEft) limits.push({ status: 'unlikely', reason: 'title-suggests-no-eft' });
  if (facts.typeCategory !== null && !categories.includes(facts.typeCategory)) {
    limits.push({ status: 'unlikely', reason: 'type-suggests-no-eft' });
  }
  return limits;
}

const strictness: readonly EftStatus[] = ['eligible', 'unknown', 'unlikely', 'ineligible'];

function strictest(statuses: readonly EftStatus[]): EftStatus {
  return statuses.reduce((one, other) => (strictness.indexOf(other) > strictness.indexOf(one) ? other : one));
}

function getRefusal(policy: CompleteEftPolicy, facts: Facts): EftReason | null {
  const { category, currency, institutionNumber, ratio } = facts;
  if (!policy.categories.includes(category)) return 'category-not-supported';
  if (currency !== null && !policy.currencies.includes(currency)) return 'currency-not-supported';
  const denied = policy.deniedInstitutions.map((number) => readInstitutionNumber(number) ?? number);
  if (facts.isDenied || (institutionNumber !== null && denied.includes(institutionNumber))) {
    return 'institution-denied';
  }
  return ratio === 0 && policy.zeroRatio === 'ineligible' ? 'ratio-zero' : null;
}

function inspectDetails(account: Account, numbers: AccountNumbers): Details {
  const { institutionNumber } = numbers;
  if (!account.sources.detail) {
    return { ...noDetails, institutionNumber, details: 'pending' };
  }
  const missing = eftFields.filter((field) => numbers[field] === null);
  const warnings: EftReason[] = missing
    // A masked number is a missing one; any other that cannot be used deserves a look.
    .filter((field) => account[field] !== null && !isMaskedNumber(account[field]))
    .map((field) => unusualReasons[field]);
  if (numbers.isShortAccountNumber) warnings.push('unusual-account-number');
  if (numbers.transitZeroRestored) warnings.push('transit-zero-restored');
  return {
    institutionNumber,
    missing,
    details: missing.length > 0 ? 'incomplete' : 'complete',
    isShort: numbers.isShortAccountNumber,
    warnings,
  };
}

const eftFields: readonly EftMissing[] = ['accountNumber', 'transitNumber', 'institutionNumber'];

const unusualReasons: Readonly<Record<EftMissing, EftReason>> = {
  accountNumber: 'unusual-account-number',
  transitNumber: 'unusual-transit-number',
  institutionNumber: 'unusual-institution-number',
};

const warningReasons: readonly EftReason[] = [...Object.values(unusualReasons), 'transit-zero-restored'];

// `{ threshold: undefined }` means the default, as everywhere in the kit.
function defined(policy: EftPolicy): Partial<CompleteEftPolicy> {
  const decided = Object.entries(policy).filter(([, value]) => value !== undefined);
  // The filter leaves exactly the defined rules, which TypeScript can't see through `Object.entries`.
  return Object.fromEntries(decided) as Partial<CompleteEftPolicy>;
}

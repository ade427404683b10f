import { isMaskedNumber, visibleEnd } from '../numbers/maskAccountNumber.ts';
import { readAccountNumbers } from '../numbers/readAccountNumbers.ts';
import { isStandInId } from '../numbers/standInId.ts';
import type { Account, Balance } from './account.ts';

/**
 * Joins the two answers of Flinks by `Id`: ratios come only from Summary, routing and overdraft only from Detail
 * (docs/flinks/api.md 2.5, 2.6). Order is the Summary's, then what only the Detail has. Where both have a
 * value, the Detail wins, since it is read later; `sources` lists which parts are present.
 */
export function mergeAccounts(summary: readonly Account[], detail: readonly Account[]): readonly Account[] {
  if (detail.length === 0) return summary;
  if (summary.length === 0) return detail;
  const details = new Map<string, Account>();
  for (const account of detail) details.set(account.id, account);

  const merged: Account[] = [];
  for (const account of summary) {
    const other = details.get(account.id);
    // Two rows at one place of two answers may be two accounts.
    const isOne = other !== undefined && !isStandInId(other.id);
    merged.push(isOne ? mergeAccount(account, other) : (other ?? account));
    if (other !== undefined) details.delete(account.id);
  }
  merged.push(...details.values());
  return merged;
}

function mergeAccount(summary: Account, detail: Account): Account {
  const better = hasBetterCategory(summary, detail) ? summary : detail;
  const numbers = mergeNumbers(summary, detail);
  return {
    id: summary.id,
    title: detail.title ?? summary.title,
    category: better.category,
    categoryInferred: better.categoryInferred,
    type: detail.type ?? summary.type,
    currency: detail.currency ?? summary.currency,
    balance: mergeBalance(summary.balance, detail.balance),
    overdraftLimit: detail.overdraftLimit ?? summary.overdraftLimit,
    accountNumber: numbers.accountNumber,
    lastFourDigits: detail.lastFourDigits ?? summary.lastFourDigits,
    transitNumber: numbers.transitNumber,
    institutionNumber: numbers.institutionNumber,
    holder: detail.holder ?? summary.holder,
    ownership: detail.ownership ?? summary.ownership,
    eftEligibleRatio: summary.eftEligibleRatio ?? detail.eftEligibleRatio,
    eTransferEligibleRatio: summary.eTransferEligibleRatio ?? detail.eTransferEligibleRatio,
    sources: bothSources,
  };
}

const bothSources = { summary: true, detail: true };

function mergeBalance(summary: Balance, detail: Balance): Balance {
  if (detail.available !== null && detail.current !== null && detail.limit !== null) return detail;
  if (detail.available === null && detail.current === null && detail.limit === null) return summary;
  return {
    available: detail.available ?? summary.available,
    current: detail.current ?? summary.current,
    limit: detail.limit ?? summary.limit,
  };
}

// A category that Flinks sent wins over one that was inferred.
function hasBetterCategory(summary: Account, detail: Account): boolean {
  return detail.category === 'Other' || (detail.categoryInferred === true && !summary.categoryInferred);
}

type Numbers = Pick<Account, 'accountNumber' | 'transitNumber' | 'institutionNumber'>;

// What the later answer lacks comes from the earlier one only if the two contradict each other nowhere: a number of one
// time with the transit of another would debit another account.
function mergeNumbers(earlier: Account, later: Account): Numbers {
  if (addsNothing(earlier, later) || isWhole(later) || contradict(earlier, later)) return later;
  return {
    accountNumber: fullerNumber(later.accountNumber, earlier.accountNumber),
    transitNumber: later.transitNumber ?? earlier.transitNumber,
    institutionNumber: later.institutionNumber ?? earlier.institutionNumber,
  };
}

// The usual pair: a Detail has whatever the Summary has.
const addsNothing = (earlier: Numbers, later: Numbers): boolean =>
  (earlier.accountNumber === null || earlier.accountNumber === later.accountNumber) &&
  (earlier.transitNumber === null || earlier.transitNumber === later.transitNumber) &&
  (earlier.institutionNumber === null || earlier.institutionNumber === later.institutionNumber);

const isWhole = ({ accountNumber, transitNumber, institutionNumber }: Numbers): boolean =>
  accountNumber !== null &&
  transitNumber !== null &&
  institutionNumber !== null &&
  !isMaskedNumber(accountNumber);

function contradict(earlier: Account, later: Account): boolean {
  const before = readAccountNumbers(earlier);
  const after = readAccountNumbers(later);
  return (
    differ(before.institutionNumber, after.institutionNumber) ||
    differ(before.transitNumber, after.transitNumber) ||
    differ(before.accountNumber, after.accountNumber) ||
    !haveOneEnd(visibleEnd(earlier.accountNumber ?? ''), visibleEnd(later.accountNumber ?? ''))
  );
}

const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

// What a masked number shows may be less than four characters.
const haveOneEnd = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);

// By one guide Summary masks the number, a capture shows it whole: the whole number wins.
function fullerNumber(first: string | null, second: string | null): string | null {
  if (first === null) return second;
  if (second === null || second === first) return first;
  return isMaskedNumber(first) && !isMaskedNumber(second) ? second : first;
}

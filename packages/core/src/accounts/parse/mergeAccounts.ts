import type { Account, Balance } from './account.ts';
import { isMaskedNumber } from '../numbers/maskAccountNumber.ts';

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
    merged.push(other === undefined ? account : mergeAccount(account, other));
    if (other !== undefined) details.delete(account.id);
  }
  merged.push(...details.values());
  return merged;
}

function mergeAccount(summary: Account, detail: Account): Account {
  const better = hasBetterCategory(summary, detail) ? summary : detail;
  return {
    id: summary.id,
    title: detail.title ?? summary.title,
    category: better.category,
    categoryInferred: better.categoryInferred,
    type: detail.type ?? summary.type,
    currency: detail.currency ?? summary.currency,
    balance: mergeBalance(summary.balance, detail.balance),
    overdraftLimit: detail.overdraftLimit ?? summary.overdraftLimit,
    accountNumber: fullerNumber(detail.accountNumber, summary.accountNumber),
    lastFourDigits: detail.lastFourDigits ?? summary.lastFourDigits,
    transitNumber: detail.transitNumber ?? summary.transitNumber,
    institutionNumber: detail.institutionNumber ?? summary.institutionNumber,
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

// By one guide Summary masks the number, a capture shows it whole: the whole number wins.
function fullerNumber(first: string | null, second: string | null): string | null {
  if (first === null) return second;
  if (second === null || second === first) return first;
  return isMaskedNumber(first) && !isMaskedNumber(second) ? second : first;
}

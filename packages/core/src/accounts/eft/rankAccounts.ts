import {
  type EftAssessment,
  eftPolicies,
  type EftPolicy,
  type EftPurpose,
  type EftStatus,
  reassessEft,
} from './assessEft.ts';
import type { ConnectedAccount } from './connectedAccount.ts';

/**
 * Accounts from the most to the least fit for a purpose, each with its assessment for it: by status, then by ratio,
 * and else in the order they came. `unknown` stands before `unlikely`: nothing speaks against it.
 */
export function rankAccounts(
  accounts: readonly ConnectedAccount[],
  purpose: EftPurpose | EftPolicy = 'pad-debit',
): readonly RankedAccount[] {
  const policy = typeof purpose === 'string' ? eftPolicies[purpose] : purpose;
  return accounts
    .map((account) => ({ account, assessment: reassessEft(account, policy) }))
    .sort((first, second) => rank(first.assessment) - rank(second.assessment));
}

/** An account and what it is worth for a purpose. */
export interface RankedAccount {
  readonly account: ConnectedAccount;
  readonly assessment: EftAssessment;
}

const order: Readonly<Record<EftStatus, number>> = { eligible: 0, unknown: 1, unlikely: 2, ineligible: 3 };

function rank({ status, ratio }: EftAssessment): number {
  // A ratio is at most 1, so statuses never mix.
  return 2 * order[status] - (ratio ?? 0);
}

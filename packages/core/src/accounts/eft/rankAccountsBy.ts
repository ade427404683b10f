import type { EftAssessment } from './assessEft.ts';
import type { ConnectedAccount } from './connectedAccount.ts';

/**
 * Accounts from the most to the least fit, by an assessment: by status, then by ratio, and else in the order they came.
 * `unknown` stands before `unlikely`: no fact is against it. A status that this version does not know counts as `unknown`.
 */
export function rankAccountsBy(
  accounts: readonly ConnectedAccount[],
  assess: (account: ConnectedAccount) => EftAssessment,
): readonly RankedAccount[] {
  return accounts
    .map((account) => ({ account, assessment: assess(account) }))
    .sort((first, second) => rank(first.assessment) - rank(second.assessment));
}

/** An account and what it is worth for a purpose. */
export interface RankedAccount {
  readonly account: ConnectedAccount;
  readonly assessment: EftAssessment;
}

// `unlikely` and `ineligible` stand last; all other statuses, `unknown` and those of a newer server, before these. A ratio is
// at most 1, so statuses never mix.
const rank = ({ status, ratio }: EftAssessment): number =>
  2 * (status === 'eligible' ? -2 : ['unlikely', 'ineligible'].indexOf(status)) - (ratio ?? 0);

import {
  type EftAssessment,
  eftPolicies,
  type EftPolicy,
  type EftPurpose,
  reassessEft,
} from './assessEft.ts';
import type { ConnectedAccount } from './connectedAccount.ts';
import { rankAccountsBy, type RankedAccount } from './rankAccountsBy.ts';

/**
 * Accounts from the most to the least fit for a purpose, each with its assessment for it in the browser. A threshold or
 * a currency that the server's own policy has is not known here: `rankAccountsBy` takes the server's assessment.
 */
export function rankAccounts(
  accounts: readonly ConnectedAccount[],
  purpose: EftPurpose | EftPolicy = 'pad-debit',
): readonly RankedAccount[] {
  const policy = typeof purpose === 'string' ? eftPolicies[purpose] : purpose;
  return rankAccountsBy(accounts, (account) => reassessEft(account, policy));
}

/** The assessment for reading income, where currency and a ratio of 0 do not matter; for `AccountPicker`'s `assess`. */
export function assessForIncome(account: ConnectedAccount): EftAssessment {
  return reassessEft(account, eftPolicies.income);
}

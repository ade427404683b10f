import { flinksCapitalAccounts } from './flinksCapitalAccounts.ts';
import { type Person, person, promptDetail } from './person.ts';

/**
 * Logins of ours for what Flinks has no test user for. They exist in the sandbox only, and say so by their names;
 * the password is `Everyday`.
 */
export const sandboxUsers: readonly Person[] = [
  ...(
    [
      'INVALID_USERNAME',
      'INVALID_PASSWORD',
      'INVALID_LOGIN',
      'RETRY_LATER',
      'UNAUTHORIZED',
      'NEW_ACCOUNT',
      'AGGREGATION_ERROR',
      'DISABLED_LOGIN',
      'TOO_MANY_REQUESTS',
      'CONCURRENT_SESSION',
    ] as const
  ).map((code) =>
    person({ username: `sandbox_${code.toLowerCase()}`, accounts: flinksCapitalAccounts, refusal: code }),
  ),
  person({ username: 'sandbox_no_accounts', accounts: [] }),
  person({
    username: 'sandbox_credit_only',
    accounts: flinksCapitalAccounts.filter(({ category }) => category === 'Credits'),
  }),
  person({
    username: 'sandbox_slow_bank',
    accounts: flinksCapitalAccounts,
    detail: { ...promptDetail, pendingPolls: 6 },
  }),
];

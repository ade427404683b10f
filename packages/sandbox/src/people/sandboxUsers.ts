import { everyAccount } from './everyAccount.ts';
import { flinksCapitalAccounts } from './flinksCapitalAccounts.ts';
import {
  type Challenge,
  type ChallengeType,
  type TestUser,
  testUser,
  promptDetail,
} from '../state/testUser.ts';
import { flinksCapitalQuestions } from './testUsers.ts';

/**
 * The sandbox's own test users, for what Flinks has none for. Their names begin with `sandbox_`;
 * the password is `Everyday`.
 */
export const sandboxUsers: readonly TestUser[] = [
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
  ).map((code) => user(`sandbox_${code.toLowerCase()}`, { refusal: code })),
  user('sandbox_no_accounts', { accounts: [] }),
  user('sandbox_credit_only', {
    accounts: flinksCapitalAccounts.filter(({ category }) => category === 'Credits'),
  }),
  user('sandbox_every_account', { accounts: everyAccount, loginType: 'Business' }),
  user('sandbox_statements', { hasStatements: true }),
  user('sandbox_slow_bank', { detail: { ...promptDetail, pendingPolls: 6 } }),
  user('sandbox_held', { detail: { ...promptDetail, heldMs: 240_000 } }),
  user('sandbox_unreadable_document', {
    detail: { ...promptDetail, pendingPolls: 0, failure: 'Document_Processing_Failed' },
  }),
  user('sandbox_asks_cached', { challenges: [flinksCapitalQuestions], challengesCached: true }),
  user('sandbox_no_second_answer', {
    challenges: [flinksCapitalQuestions],
    wrongAnswer: 'INVALID_SECURITY_RESPONSE_NO_RETRY',
  }),
  user('sandbox_three_questions', { challenges: [flinksCapitalQuestions], asks: 'all' }),
  user('sandbox_one_time_code', {
    challenges: [
      [
        ask(
          'MultipleChoice',
          'How do you want your code?',
          'Comment voulez-vous votre code\u00a0?',
          'Email',
          ['Email', 'SMS'],
        ),
      ],
      [ask('OneTimeVerification', 'Type the code that we sent', 'Entrez le code envoyé', '000000')],
    ],
  }),
  user('sandbox_every_question', {
    asks: 'all',
    challenges: [
      [
        ask('QuestionAndAnswer', 'Name of your first pet?', 'Nom de votre premier animal\u00a0?', 'Rex'),
        ask('OneTimeVerification', 'The code that we sent?', 'Le code envoyé\u00a0?', '000000'),
        ask('MultipleChoice', 'Your favourite colour?', 'Votre couleur préférée\u00a0?', 'Blue', [
          'Red',
          'Blue',
        ]),
        ask('Date', 'The day you were born?', 'Votre jour de naissance\u00a0?', '2000-01-01'),
        ask('ImageSelection', 'Your picture?', 'Votre image\u00a0?', 'Maple leaf', ['Maple leaf', 'Beaver']),
        ask('Unknown', 'What else?', 'Quoi d’autre\u00a0?', 'Nothing'),
      ],
    ],
  }),
];

function user(username: string, facts: Partial<TestUser>): TestUser {
  return testUser({ username, accounts: flinksCapitalAccounts, ...facts });
}

function ask(
  type: ChallengeType,
  en: string,
  fr: string,
  answer: string,
  iterables?: readonly string[],
): Challenge {
  return { type, prompt: { en, fr }, answer, iterables };
}

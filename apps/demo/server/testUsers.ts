import { bankAccount, type Challenge, testUser } from '@flinks-kit/sandbox';

/**
 * The sandbox users of the seed: one for each state that a connection can be in. All invented; the password is
 * the sandbox's own.
 */
export const testUsers = [
  testUser({
    username: 'robin_everyday',
    accounts: [
      bankAccount({
        title: 'Everyday chequing',
        accountNumber: '4410236',
        current: 3214.07,
        available: 3214.07,
      }),
      bankAccount({
        title: 'Rainy day savings',
        accountNumber: '4410299',
        type: 'Savings',
        current: 8900,
        eftEligibleRatio: 0.42,
      }),
      bankAccount({
        title: 'Cash back card',
        accountNumber: 'XXXXXXXXXXXX7302',
        lastFourDigits: '7302',
        transitNumber: null,
        category: 'Credits',
        type: 'CreditCard',
        current: 612.18,
        limit: 5000,
        eftEligibleRatio: 0,
        eTransferEligibleRatio: 0,
      }),
    ],
  }),
  testUser({
    username: 'robin_credit_union',
    accounts: [bankAccount({ title: 'Member chequing', accountNumber: '2087754', current: 740.55 })],
  }),
  testUser({
    username: 'robin_asked',
    accounts: [bankAccount({ title: 'Joint account', accountNumber: '3561120', current: 1288.4 })],
    challenges: [
      [question('What is your favourite season?', 'Quelle est votre saison préférée\u00a0?', 'Autumn')],
    ],
  }),
  testUser({
    username: 'robin_closed_for_now',
    accounts: [bankAccount({ title: 'Travel account', accountNumber: '9903417', current: 455 })],
  }),
];

function question(en: string, fr: string, answer: string): Challenge {
  return { type: 'QuestionAndAnswer', prompt: { en, fr }, answer };
}

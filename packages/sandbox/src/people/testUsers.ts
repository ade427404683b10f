import { chatGptAccount } from './chatGpt.ts';
import { flinksCapitalAccounts } from './flinksCapitalAccounts.ts';
import { type Challenge, type TestUser, testUser, promptDetail } from '../state/testUser.ts';

/** Flinks Capital's three questions for Canada, spelled as on the wire; the French texts are ours (docs/flinks/api.md 9.1). */
export const flinksCapitalQuestions: readonly Challenge[] = [
  question('What city were you born in?', 'Où êtes-vous né\u00a0?', 'Montreal'),
  question('What is the best country on earth?', 'Quel est le meilleur pays au monde\u00a0?', 'Canada'),
  question('What shape do people like most?', 'Quelle forme les gens aiment-ils le plus\u00a0?', 'Triangle'),
];

/** The one sum that is known of those that US banks ask; the French text is ours (docs/flinks/api.md 9.1). */
const usQuestions: readonly Challenge[] = [question('How much is 2 + 2', 'Combien font 2 + 2', '4')];

/** The logins that Flinks documents for its test institution, password `Everyday` (docs/flinks/api.md 9.1). */
export const testUsers: readonly TestUser[] = [
  flinksCapitalUser({
    username: 'Greatday',
    challenges: [flinksCapitalQuestions],
    challengesInUs: [usQuestions],
  }),
  flinksCapitalUser({ username: 'greatday_nomfa' }),
  flinksCapitalUser({ username: 'test_disabled_account', refusal: 'DISABLED_LOGIN' }),
  flinksCapitalUser({ username: 'test_service_unavailable', refusal: 'RETRY_LATER' }),
  flinksCapitalUser({
    username: 'test_dispatched',
    detail: { ...promptDetail, pendingCode: 'OPERATION_DISPATCHED' },
  }),
  flinksCapitalUser({ username: 'test_pending', detail: { ...promptDetail, pendingPolls: 10 } }),
  flinksCapitalUser({ username: 'chat_gpt', accounts: [chatGptAccount] }),
];

function flinksCapitalUser(facts: Partial<TestUser> & Pick<TestUser, 'username'>): TestUser {
  return testUser({ accounts: flinksCapitalAccounts, ...facts });
}

function question(en: string, fr: string, answer: string): Challenge {
  return { type: 'QuestionAndAnswer', prompt: { en, fr }, answer };
}

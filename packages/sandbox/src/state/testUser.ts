import type { FlinksCode } from '@flinks-kit/core/wire';
import type { BankAccount } from './bankAccount.ts';

/** A user of a sandbox bank, and how the bank treats them. Data, never code. */
export interface TestUser {
  /** Compared without regard to case, since public code spells `Greatday` in three ways (docs/flinks/api.md 9.1). */
  readonly username: string;
  readonly password: string;
  /** The accounts that the bank shows after a login. */
  readonly accounts: readonly BankAccount[];
  /** The questions of each live login, round by round; empty: none. */
  readonly challenges: readonly (readonly Challenge[])[];
  /** The questions of a bank in the United States; `null`: the same. */
  readonly challengesInUs: TestUser['challenges'] | null;
  /** `one`: only one question of each round is asked, picked by the seed, as Flinks Capital does. */
  readonly asks: 'one' | 'all';
  /** Whether a cached Authorize asks too (docs/flinks/api.md 0, fact 6). */
  readonly challengesCached: boolean;
  /** The code that every live login ends with; `null`: it succeeds. */
  readonly refusal: FlinksCode | null;
  /** The code for an answer that is wrong. */
  readonly wrongAnswer: FlinksCode;
  /** How GetAccountsDetail answers. */
  readonly detail: DetailBehaviour;
  readonly loginType: 'Personal' | 'Business' | null;
  /** Whether GetStatements returns PDFs; Flinks Capital can answer with none (docs/flinks/api.md 2.8). */
  readonly hasStatements: boolean;
}

/** What GetAccountsDetail does before, or instead of, returning the data. */
export interface DetailBehaviour {
  /** How many answers are 202 before the data; `null`: the sandbox's `pendingPolls`. */
  readonly pendingPolls: number | null;
  /** The code of a 202. */
  readonly pendingCode: 'OPERATION_PENDING' | 'OPERATION_DISPATCHED';
  /** Milliseconds on the clock for which the synchronous call is held; past 210 s it is dispatched. */
  readonly heldMs: number;
  /** A code that takes the place of the data. */
  readonly failure: FlinksCode | null;
}

/** One question of the bank. */
export interface Challenge {
  readonly type: ChallengeType;
  /** In the language of the session: it is the key that the answer must repeat byte for byte. */
  readonly prompt: { readonly en: string; readonly fr: string };
  readonly answer: string;
  /** The choices, where the bank offers some. */
  readonly iterables?: readonly string[] | undefined;
}

/** The kinds of question that public sources name (docs/flinks/api.md 2.2). */
export type ChallengeType = (typeof challengeTypes)[number];

/** Every kind of question. */
export const challengeTypes = [
  'QuestionAndAnswer',
  'OneTimeVerification',
  'MultipleChoice',
  'Date',
  'Unknown',
  'ImageSelection',
] as const;

/**
 * Builds a test user. Name only what the test is about; the rest is a user without questions, with the password
 * `Everyday`.
 *
 * @example
 * testUser({ username: 'marie', accounts: [bankAccount({ title: 'Épargne' })] });
 */
export function testUser(facts: Partial<TestUser> & Pick<TestUser, 'username' | 'accounts'>): TestUser {
  return {
    password: 'Everyday',
    challenges: [],
    challengesInUs: null,
    asks: 'one',
    challengesCached: false,
    refusal: null,
    wrongAnswer: 'INVALID_SECURITY_RESPONSE',
    detail: promptDetail,
    loginType: 'Personal',
    hasStatements: false,
    ...facts,
  };
}

/** A bank that is neither slow nor broken. */
export const promptDetail: DetailBehaviour = {
  pendingPolls: null,
  pendingCode: 'OPERATION_PENDING',
  heldMs: 0,
  failure: null,
};

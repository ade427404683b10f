import type { BankSession } from '../state/bankSession.ts';
import type { Card } from '../state/card.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Challenge, TestUser } from '../state/testUser.ts';

/**
 * The questions that the bank asks from a round on and that no stored answer settles; `null`: none is left. A stored
 * answer is checked only here, when the bank asks: a wrong one is erased (docs/flinks/api.md 2.17).
 */
export function findOpenQuestions(
  state: SandboxState,
  testUser: TestUser,
  card: Card | null,
  fromRound: number,
): OpenQuestions | null {
  for (let round = fromRound; round < testUser.challenges.length; round += 1) {
    const asked = pickQuestions(state, testUser, card, testUser.challenges[round] ?? []);
    const challenges = asked.filter((challenge) => !isSettled(card, challenge));
    if (challenges.length > 0) return { round, challenges };
  }
  return null;
}

/** The questions of one round that wait for the user. */
export interface OpenQuestions {
  readonly round: number;
  readonly challenges: readonly Challenge[];
}

/**
 * Compares answers with the questions that are open. Prompts are keys and are compared byte for byte; answers
 * without regard to case and outer spaces (docs/flinks/api.md 2.2 and 9.4).
 */
export function judgeAnswers(
  session: BankSession,
  responses: Readonly<Record<string, readonly string[]>>,
): AnswersVerdict {
  const given = Object.entries(responses);
  if (given.length === 0 || given.every(([, answers]) => answers.every((answer) => answer.trim() === ''))) {
    return 'empty';
  }
  const asked = new Map(session.challenges.map((open) => [promptOf(open, session.language), open]));
  if (given.some(([prompt]) => !asked.has(prompt))) return 'UNKNOWN_CHALLENGE_KEY';
  if (given.length < asked.size) return 'SECURITYRESPONSES_INCOMPLETE';
  return given.every(([prompt, [answer]]) => isRight(asked.get(prompt), answer)) ? 'right' : 'wrong';
}

/** How answers compare. An empty answer gets the question again and is no error (docs/flinks/api.md 2.2). */
export type AnswersVerdict =
  | 'right'
  | 'wrong'
  | 'empty'
  | 'UNKNOWN_CHALLENGE_KEY'
  | 'SECURITYRESPONSES_INCOMPLETE';

/** Stores the right answers of a conversation, and with `WithMFAQuestions` the user's other questions without answers. */
export function storeQuestions({ testUser, answered, withMfaQuestions }: BankSession, card: Card): void {
  for (const challenge of answered.filter(isSimple)) {
    card.knownQuestions.add(challenge.prompt.en);
    card.storedAnswers.set(challenge.prompt.en, challenge.answer);
  }
  if (withMfaQuestions) knowEveryQuestion(testUser, card);
}

/** Makes all of a user's security questions known to Flinks, without answers. */
export function knowEveryQuestion({ challenges }: TestUser, card: Card): void {
  for (const { prompt } of challenges.flat().filter(isSimple)) card.knownQuestions.add(prompt.en);
}

/** The questions that Flinks knows and has no answer for: what GetMFAQuestions lists (docs/flinks/api.md 2.17). */
export function listUnanswered({ testUser, knownQuestions, storedAnswers }: Card): readonly Challenge[] {
  return testUser.challenges
    .flat()
    .filter(({ prompt }) => knownQuestions.has(prompt.en) && !storedAnswers.has(prompt.en));
}

/** Stores an answer that nothing has checked yet. Prompts that the bank does not have are ignored. */
export function storeAnswer(
  { testUser, knownQuestions, storedAnswers }: Card,
  prompt: string,
  answer: string,
): void {
  const found = testUser.challenges.flat().find(({ prompt: { en, fr } }) => prompt === en || prompt === fr);
  if (found === undefined || !isSimple(found)) return;
  knownQuestions.add(found.prompt.en);
  storedAnswers.set(found.prompt.en, answer);
}

/** A question in the language of the conversation. */
export function promptOf({ prompt }: Challenge, language: 'en' | 'fr'): string {
  return prompt[language];
}

// Where the bank asks one of several, it prefers a question that Flinks has an answer for: no test needs luck.
function pickQuestions(
  { random }: SandboxState,
  { asks }: TestUser,
  card: Card | null,
  questions: readonly Challenge[],
): readonly Challenge[] {
  if (asks === 'all' || questions.length < 2) return questions;
  const stored = questions.filter(({ prompt }) => card?.storedAnswers.has(prompt.en));
  return [random.pick(stored.length > 0 ? stored : questions)];
}

function isSettled(card: Card | null, challenge: Challenge): boolean {
  const answer = card?.storedAnswers.get(challenge.prompt.en);
  if (card === null || answer === undefined || !isSimple(challenge)) return false;
  if (isRight(challenge, answer)) return true;
  card.storedAnswers.delete(challenge.prompt.en);
  return false;
}

// Codes, choices, dates and pictures cannot be answered in advance (docs/flinks/api.md 2.17).
function isSimple({ type }: Challenge): boolean {
  return type === 'QuestionAndAnswer';
}

function isRight(challenge: Challenge | undefined, answer: string | undefined): boolean {
  return answer?.trim().toLowerCase() === challenge?.answer.toLowerCase();
}

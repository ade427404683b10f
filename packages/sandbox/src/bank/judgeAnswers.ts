import type { Challenge } from '../state/testUser.ts';
import type { BankSession } from './session.ts';

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
  return given.every(([prompt, answers]) => isRight(asked.get(prompt), answers)) ? 'right' : 'wrong';
}

/** A question in the language of the conversation. */
export function promptOf(challenge: Challenge, language: 'en' | 'fr'): string {
  return challenge.prompt[language];
}

/** What answers are worth. An empty answer is asked again and is no error (docs/flinks/api.md 2.2). */
export type AnswersVerdict =
  | 'right'
  | 'wrong'
  | 'empty'
  | 'UNKNOWN_CHALLENGE_KEY'
  | 'SECURITYRESPONSES_INCOMPLETE';

function isRight(challenge: Challenge | undefined, answers: readonly string[]): boolean {
  const [answer] = answers;
  return answer?.trim().toLowerCase() === challenge?.answer.toLowerCase();
}

import { promptOf } from '../bank/judgeAnswers.ts';
import { type Answer, refuse } from './answer.ts';
import { unknownLoginId } from './authorizeBodies.ts';
import type { Call } from './call.ts';

/** `GET /GetMFAQuestions/{loginId}` (docs/flinks/api.md 2.12). */
export function getMfaQuestions({ state, id }: Call): Answer {
  const card = state.cards.get(id.toLowerCase());
  if (card === undefined) return refuse(state.settings, 'INVALID_LOGIN', unknownLoginId);
  const questions = card.testUser.challenges.flat().map((challenge) => ({
    Question: promptOf(challenge, card.language),
  }));
  return { status: 200, body: { Message: 'SUCCESS', Questions: questions } };
}

/** `PATCH /AnswerMFAQuestions` (docs/flinks/api.md 2.12). The answers are kept nowhere: the test users know theirs. */
export function answerMfaQuestions({ state, fields }: Call): Answer {
  const card = state.cards.get((fields.text('loginId') ?? '').toLowerCase());
  if (card === undefined) return refuse(state.settings, 'INVALID_LOGIN', unknownLoginId);
  if (fields.records('Questions') === undefined) {
    return refuse(state.settings, 'INVALID_REQUEST', 'Sandbox: AnswerMFAQuestions needs Questions.');
  }
  return { status: 200, body: { Message: 'Answers updated' } };
}

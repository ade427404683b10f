import { listUnanswered, promptOf, storeAnswer } from '../bank/questions.ts';
import type { Answer } from '../state/json.ts';
import { refuse, unknownLoginId } from './answer.ts';
import type { Call } from './readFields.ts';

/** `GET /GetMFAQuestions/{loginId}`: the questions without an answer (docs/flinks/api.md 2.17). */
export function getMfaQuestions({ state, id }: Call): Answer {
  const card = state.cards.get(id.toLowerCase());
  if (card === undefined) return refuse(state.settings, 'INVALID_LOGIN', unknownLoginId);
  const questions = listUnanswered(card).map((challenge) => ({
    Question: promptOf(challenge, card.language),
  }));
  return { status: 200, body: { Message: 'SUCCESS', Questions: questions } };
}

/** `PATCH /AnswerMFAQuestions`: stores answers, which the next live refresh checks (docs/flinks/api.md 2.17). */
export function answerMfaQuestions({ state, fields }: Call): Answer {
  const card = state.cards.get((fields.text('loginId') ?? '').toLowerCase());
  if (card === undefined) return refuse(state.settings, 'INVALID_LOGIN', unknownLoginId);
  const questions = fields.records('Questions');
  if (questions === undefined) {
    return refuse(state.settings, 'INVALID_REQUEST', 'Sandbox: AnswerMFAQuestions needs Questions.');
  }
  for (const { Question: question, Answer: given } of questions) {
    if (typeof question === 'string' && typeof given === 'string') storeAnswer(card, question, given);
  }
  return { status: 200, body: { Message: 'Answers updated' } };
}

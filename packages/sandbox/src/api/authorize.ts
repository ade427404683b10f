import { isFrench } from '@flinks-kit/core';
import {
  answerChallenges,
  authorizeByLoginId,
  authorizeByPassword,
  type AuthorizeOutcome,
} from '../bank/signIn.ts';
import { bindToken } from '../bank/authorizeTokens.ts';
import { findInstitution } from '../bank/institution.ts';
import { type Answer, refuse } from './answer.ts';
import { authorizedBody, challengedBody, refusedBody } from './authorizeBodies.ts';
import type { Call } from './call.ts';

/** `POST /Authorize`: a saved login, answers to questions, or legacy credentials (docs/flinks/api.md 2.2). */
export function authorize(call: Call): Answer {
  const outcome = attempt(call);
  if (outcome === 'incomplete') return incomplete(call);
  if (outcome.kind !== 'refused') bindToken(call.state, call.token, outcome.session.requestId);
  return answerFor(call, outcome);
}

/** Says an outcome in Flinks' words. */
export function answerFor({ state, fields }: Call, outcome: AuthorizeOutcome): Answer {
  switch (outcome.kind) {
    case 'authorized':
      return authorizedBody(state, outcome.session);
    case 'challenged':
      return challengedBody(outcome.session);
    case 'refused':
      return refusedBody(state, outcome, fields.text('RequestId'));
  }
}

/** The answer for a body that is none of the three shapes. */
export function incomplete({ state }: Call): Answer {
  return refuse(
    state.settings,
    'INVALID_REQUEST',
    'Sandbox: Authorize needs a LoginId, or a RequestId with SecurityResponses, or Institution, Username and Password.',
  );
}

/** Signs in with whatever the body holds. */
export function attempt({ state, fields }: Call): AuthorizeOutcome | 'incomplete' {
  const language = readLanguage(fields.text('Language'));
  const mode = fields.flag('MostRecentCached') === true ? 'cached' : 'live';
  const tag = fields.text('Tag');
  const everyQuestion = fields.flag('WithMfaQuestions') === true;

  const requestId = fields.text('RequestId');
  if (requestId !== undefined)
    return answerChallenges(state, requestId, fields.answers('SecurityResponses') ?? {});

  const loginId = fields.text('LoginId');
  if (loginId !== undefined)
    return authorizeByLoginId(state, { loginId, mode, language, tag, everyQuestion });

  const institution = findInstitution(fields.text('Institution') ?? '');
  const username = fields.text('Username');
  const password = fields.text('Password');
  if (institution === undefined || username === undefined || password === undefined) return 'incomplete';
  return authorizeByPassword(state, {
    institution,
    username,
    password,
    language: language ?? 'en',
    mode,
    tag,
    everyQuestion,
    save: fields.flag('Save') !== false,
    scheduleRefresh: fields.flag('ScheduleRefresh') === true,
  });
}

function readLanguage(text: string | undefined): 'en' | 'fr' | undefined {
  if (text === undefined) return undefined;
  return isFrench(text) ? 'fr' : 'en';
}

import { isFrench } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import { findInstitution } from '../bank/find.ts';
import { promptOf } from '../bank/questions.ts';
import { answerQuestions, signInByLoginId, signInByPassword } from '../bank/signIn.ts';
import { bindToken } from '../bank/tokens.ts';
import type { AuthorizeOutcome, BankSession } from '../state/bankSession.ts';
import type { Answer } from '../state/json.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Settings } from '../state/settings.ts';
import {
  answer,
  dataLinks,
  loginBody,
  messageOf,
  reauthorizeLink,
  refuse,
  statusOf,
  unknownLoginId,
} from './answer.ts';
import { type Call, readFields } from './readFields.ts';

/** `POST /Authorize`: a saved login, answers to questions, or credentials (docs/flinks/api.md 2.2). */
export function authorize(call: Call): Answer {
  const outcome = signIn(call);
  if (outcome === 'incomplete') return incomplete(call);
  if (outcome.kind !== 'refused') bindToken(call.state, call.token, outcome.session.requestId);
  return toAnswer(call, outcome);
}

/** Records that a fault refused an Authorize of a saved login: nightly refresh looks at the last one. */
export function recordFault(
  state: SandboxState,
  { url }: Pick<Request, 'url'>,
  text: string,
  flinksCode: FlinksCode,
): void {
  if (!/\/Authorize(?:Async)?$/i.test(new URL(url).pathname)) return;
  const card = state.cards.get(readFields(text)?.text('LoginId')?.toLowerCase() ?? '');
  if (card !== undefined) card.faultCode = flinksCode;
}

/** The answer for an outcome. */
export function toAnswer({ state: { settings }, fields }: Call, outcome: AuthorizeOutcome): Answer {
  switch (outcome.kind) {
    case 'authorized':
      return authorized(settings, outcome.session);
    case 'challenged':
      return challenged(outcome.session);
    case 'refused':
      return refused(settings, outcome, fields.text('RequestId'));
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

/** Signs in with the fields that the body has. */
export function signIn({ state, fields }: Call): AuthorizeOutcome | 'incomplete' {
  const language = readLanguage(fields.text('Language'));
  const mode = fields.flag('MostRecentCached') === true ? 'cached' : 'live';
  const tag = fields.text('Tag');
  const withMfaQuestions = fields.flag('WithMFAQuestions') === true;

  const requestId = fields.text('RequestId');
  if (requestId !== undefined)
    return answerQuestions(state, requestId.toLowerCase(), fields.answers('SecurityResponses') ?? {});

  const loginId = fields.text('LoginId');
  if (loginId !== undefined)
    return signInByLoginId(state, { loginId, mode, language, tag, withMfaQuestions });

  const institution = findInstitution(state.settings, fields.text('Institution') ?? '');
  const username = fields.text('Username');
  const password = fields.text('Password');
  if (institution === undefined || username === undefined || password === undefined) return 'incomplete';
  return signInByPassword(state, {
    institution,
    username,
    password,
    language: language ?? 'en',
    mode,
    from: 'api',
    tag,
    withMfaQuestions,
    save: fields.flag('Save') !== false,
    scheduleRefresh: fields.flag('ScheduleRefresh') === true,
  });
}

// A 200 of Authorize, keys in the order seen on the wire (docs/flinks/api.md 2.2).
function authorized(settings: Settings, session: BankSession): Answer {
  const { card, institution } = session;
  // A round of questions that a cached call began ends without `Login`: captured, and so the default.
  const omitsLogin =
    session.mode === 'cached' && session.answered.length > 0 && settings.shape === 'captured';
  return answer(200, {
    Links: dataLinks(settings, ['AccountsDetail', 'AccountsSummary', 'Statements']),
    Tag: session.tag,
    InstitutionName: institution.name,
    Login: omitsLogin ? undefined : loginBody(card, { onAuthorize: true }),
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  });
}

// A 203 of Authorize: the bank asks. Each prompt is the key of its answer (docs/flinks/api.md 2.2).
function challenged(session: BankSession): Answer {
  const { institution, language } = session;
  return answer(203, {
    Links: [reauthorizeLink],
    Tag: session.tag,
    SecurityChallenges: session.challenges.map((challenge) => ({
      Type: challenge.type,
      Prompt: promptOf(challenge, language),
      Iterables: challenge.iterables,
    })),
    InstitutionName: institution.name,
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  });
}

// A refusal of Authorize: Flinks' plain body, or the longer one when a conversation is open (docs/flinks/api.md 3).
function refused(
  settings: Settings,
  { flinksCode, session, why }: AuthorizeOutcome & { kind: 'refused' },
  requestId: string | undefined,
): Answer {
  if (session !== null && why === 'refresh') {
    return answer(statusOf(flinksCode, settings), {
      Links: [reauthorizeLink],
      Message: messageOf(flinksCode),
      FlinksCode: flinksCode,
      Institution: session.institution.name,
      RequestId: session.requestId,
    });
  }
  if (flinksCode === 'SESSION_NONEXISTENT' && requestId !== undefined) {
    return refuse(settings, flinksCode, `RequestId ${requestId} is invalid or session has ended`);
  }
  if (flinksCode !== 'INVALID_LOGIN') return refuse(settings, flinksCode);
  if (why === 'login-id') return refuse(settings, flinksCode, unknownLoginId);
  // SDK tests saw 401 for a wrong password and 400 for an unknown LoginId (docs/flinks/api.md 9.4).
  const status = settings.statusDialect === 'help' ? 400 : 401;
  return answer(status, { Message: messageOf(flinksCode), FlinksCode: flinksCode });
}

function readLanguage(text: string | undefined): 'en' | 'fr' | undefined {
  if (text === undefined) return undefined;
  return isFrench(text) ? 'fr' : 'en';
}

import type { FlinksCode } from '@flinks-kit/core/wire';
import type { AuthorizeOutcome, BankSession } from '../state/bankSession.ts';
import type { Card } from '../state/card.ts';
import type { Institution } from '../state/institution.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { findCard, recordRefresh, saveCard } from './card.ts';
import { findTestUserAt } from './find.ts';
import { findOpenQuestions, judgeAnswers, type OpenQuestions, storeQuestions } from './questions.ts';
import { getSessionStatus, openSession } from './session.ts';

/** Signs in with a username and a password: the widget, and API integrations of old. */
export function signInByPassword(state: SandboxState, login: PasswordLogin): AuthorizeOutcome {
  const { institution, language, mode } = login;
  if (institution.kind === 'disabled') return refuse('DISABLED_INSTITUTION');
  const testUser = findTestUserAt(state.settings, institution, login.username);
  if (testUser === undefined || testUser.password !== login.password) return refuse('INVALID_LOGIN');
  if (testUser.refusal !== null) return refuse(testUser.refusal);
  const session = openSession(state, {
    institution,
    testUser,
    language,
    mode,
    card: null,
    tag: login.tag,
    withMfaQuestions: login.withMfaQuestions,
    save: login.save,
    scheduleRefresh: login.scheduleRefresh,
  });
  // A password with `MostRecentCached: true` gets no questions (docs/flinks/api.md 2.2, PHP SDK tests).
  const open = mode === 'cached' ? null : findOpenQuestions(state, testUser, null, 0);
  if (open === null) return complete(state, session);
  // In the widget the user is there and may only have left; a call of the API is a live refresh of the card.
  const saved = login.from === 'api' ? findCard(state, { institution, testUser, language }) : undefined;
  return challenge(session, open, saved ?? null);
}

/** Opens a saved login: from stored data, or by a live refresh. */
export function signInByLoginId(state: SandboxState, request: CardLogin): AuthorizeOutcome {
  const card = state.cards.get(request.loginId.toLowerCase());
  if (card === undefined) return refuse('INVALID_LOGIN', 'login-id');
  const { testUser } = card;
  const isLive = request.mode === 'live';
  card.faultCode = null;
  // A live refresh ends by itself, whatever the last one ended with; a cached call keeps the nightly refresh alive.
  if (isLive) card.lastOutcome = testUser.refusal;
  else card.lastOpened = state.clock.now();

  const session = openSession(state, {
    institution: card.institution,
    testUser,
    language: request.language ?? card.language,
    mode: request.mode,
    card,
    tag: request.tag,
    withMfaQuestions: request.withMfaQuestions,
    save: true,
    scheduleRefresh: false,
  });
  // Cached Authorize replays how the last live refresh ended; its RequestId still opens the older data.
  if (card.lastOutcome !== null)
    return { kind: 'refused', flinksCode: card.lastOutcome, session, why: 'refresh' };
  if (isLive) {
    const open = findOpenQuestions(state, testUser, card, 0);
    return open === null ? complete(state, session) : challenge(session, open, card);
  }
  const open = testUser.challengesCached ? findOpenQuestions(state, testUser, null, 0) : null;
  return open === null ? complete(state, session) : challenge(session, open, null);
}

/** Answers the questions of a conversation; the RequestId stays the same until it is over. */
export function answerQuestions(
  state: SandboxState,
  requestId: string,
  responses: Readonly<Record<string, readonly string[]>>,
): AuthorizeOutcome {
  const session = state.sessions.get(requestId);
  if (session === undefined || getSessionStatus(state, session) === 'gone')
    return refuse('SESSION_NONEXISTENT');
  if (getSessionStatus(state, session) === 'expired') return refuse('SESSION_EXPIRED');
  if (session.state === 'authorized') return refuse('ALREADY_AUTHORIZED');
  session.touchedAt = state.clock.now();

  const verdict = judgeAnswers(session, responses);
  if (verdict === 'empty') return { kind: 'challenged', session };
  if (verdict !== 'right') {
    const flinksCode = verdict === 'wrong' ? session.testUser.wrongAnswer : verdict;
    if (flinksCode === 'INVALID_SECURITY_RESPONSE_NO_RETRY') session.state = 'ended';
    return { kind: 'refused', flinksCode, session, why: 'answer' };
  }
  session.answered = [...session.answered, ...session.challenges];
  const card = session.mode === 'live' ? session.card : null;
  const open = findOpenQuestions(state, session.testUser, card, session.round + 1);
  if (open !== null) return challenge(session, open, card);
  session.round = session.testUser.challenges.length;
  return complete(state, session);
}

/** A login with everything the user typed. */
export interface PasswordLogin {
  readonly institution: Institution;
  readonly username: string;
  readonly password: string;
  readonly language: 'en' | 'fr';
  readonly mode: 'cached' | 'live';
  readonly from: 'api' | 'widget';
  readonly save: boolean;
  readonly scheduleRefresh: boolean;
  readonly tag: string | undefined;
  readonly withMfaQuestions: boolean;
}

/** A saved login to open again. */
export interface CardLogin {
  readonly loginId: string;
  readonly mode: 'cached' | 'live';
  readonly language: 'en' | 'fr' | undefined;
  readonly tag: string | undefined;
  readonly withMfaQuestions: boolean;
}

function challenge(
  session: BankSession,
  { round, challenges }: OpenQuestions,
  card: Card | null,
): AuthorizeOutcome {
  session.state = 'awaiting-mfa';
  session.round = round;
  session.challenges = challenges;
  // Until the user answers, a cached Authorize of this card is QUESTION_NOT_FOUND (docs/flinks/api.md 2.17).
  if (card !== null) card.lastOutcome = 'QUESTION_NOT_FOUND';
  return { kind: 'challenged', session };
}

function complete(state: SandboxState, session: BankSession): AuthorizeOutcome {
  const isRefreshed = session.mode === 'live' || session.answered.length > 0;
  session.state = 'authorized';
  session.challenges = [];
  session.touchedAt = state.clock.now();
  session.card ??= saveLogin(state, session);
  if (isRefreshed && session.card !== null) recordRefresh(state, session.card, null);
  if (session.mode === 'live' && session.card !== null) storeQuestions(session, session.card);
  if (isRefreshed) state.on.liveRefresh(session);
  return { kind: 'authorized', session };
}

// Without `Save` the data can be read in this conversation, and nothing is stored: there is no LoginId.
function saveLogin(state: SandboxState, session: BankSession): Card | null {
  if (!session.save) return null;
  const { institution, testUser, language, scheduleRefresh } = session;
  const isNew = findCard(state, session) === undefined;
  const card = saveCard(state, institution, testUser, language);
  // `ScheduleRefresh` of Authorize counts for new cards only (docs/flinks/api.md 2.2).
  if (isNew) card.scheduledRefresh = scheduleRefresh;
  return card;
}

function refuse(flinksCode: FlinksCode, why: 'login-id' | 'credentials' = 'credentials'): AuthorizeOutcome {
  return { kind: 'refused', flinksCode, session: null, why };
}

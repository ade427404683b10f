import type { FlinksCode } from '@flinks-kit/core/wire';
import type { SandboxState } from '../state/sandboxState.ts';
import { judgeAnswers } from './judgeAnswers.ts';
import { type Card, loginIdOf, recordRefresh, saveCard } from './card.ts';
import type { Institution } from './institution.ts';
import { findTestUserAt } from './findTestUser.ts';
import { type BankSession, openSession, getSessionStatus } from './session.ts';

/** Signs in with a username and a password: what the widget does, and legacy API integrations. */
export function authorizeByPassword(state: SandboxState, login: PasswordLogin): AuthorizeOutcome {
  const { institution, language, mode } = login;
  if (institution.kind === 'disabled') return refuse('DISABLED_INSTITUTION');
  const testUser = findTestUserAt(state, institution, login.username);
  if (testUser === undefined || testUser.password !== login.password) return refuse('INVALID_LOGIN');
  if (testUser.refusal !== null) return refuse(testUser.refusal);
  // A password with `MostRecentCached: true` goes through without questions (docs/flinks/api.md 2.2).
  const rounds = mode === 'cached' ? [] : testUser.challenges;
  const session = openSession(state, {
    institution,
    testUser,
    language,
    mode,
    card: null,
    tag: login.tag,
    everyQuestion: login.everyQuestion,
    save: login.save,
    scheduleRefresh: login.scheduleRefresh,
  });
  return rounds.length > 0 ? challenge(state, session) : complete(state, session);
}

/** Opens a saved login: from stored data, or by a new visit to the bank. */
export function authorizeByLoginId(state: SandboxState, request: CardLogin): AuthorizeOutcome {
  const card = state.cards.get(request.loginId.toLowerCase());
  if (card === undefined) return refuse('INVALID_LOGIN', 'login-id');
  const { testUser } = card;
  // A live visit ends by itself, whatever came of the last one; a cached call keeps the login in the nightly refresh.
  if (request.mode === 'live') card.lastOutcome = testUser.refusal;
  else card.lastOpened = state.clock.now();

  const session = openSession(state, {
    institution: card.institution,
    testUser,
    language: request.language ?? card.language,
    mode: request.mode,
    card,
    tag: request.tag,
    everyQuestion: request.everyQuestion,
    save: true,
    scheduleRefresh: false,
  });
  // Cached Authorize replays how the last visit ended; its RequestId still opens the older data.
  if (card.lastOutcome !== null)
    return { kind: 'refused', flinksCode: card.lastOutcome, session, why: 'visit' };
  const asks = testUser.challenges.length > 0 && (request.mode === 'live' || testUser.challengesCached);
  return asks ? challenge(state, session) : complete(state, session);
}

/** Answers the questions of a conversation; the RequestId stays the same until it is over. */
export function answerChallenges(
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
  session.round += 1;
  return session.round < session.testUser.challenges.length
    ? challenge(state, session)
    : complete(state, session);
}

/** A login with everything the person typed. */
export interface PasswordLogin {
  readonly institution: Institution;
  readonly username: string;
  readonly password: string;
  readonly language: 'en' | 'fr';
  readonly mode: 'cached' | 'live';
  readonly save: boolean;
  readonly scheduleRefresh: boolean;
  readonly tag: string | undefined;
  /** Asks all of the person's questions where the bank would pick one. */
  readonly everyQuestion: boolean;
}

/** A saved login to open again. */
export interface CardLogin {
  readonly loginId: string;
  readonly mode: 'cached' | 'live';
  readonly language: 'en' | 'fr' | undefined;
  readonly tag: string | undefined;
  readonly everyQuestion: boolean;
}

/** What an attempt to sign in came to. */
export type AuthorizeOutcome =
  | { readonly kind: 'authorized'; readonly session: BankSession }
  | { readonly kind: 'challenged'; readonly session: BankSession }
  | {
      readonly kind: 'refused';
      readonly flinksCode: FlinksCode;
      readonly session: BankSession | null;
      /** INVALID_LOGIN means two things with two messages and statuses (docs/flinks/api.md 3.1). */
      readonly why: 'login-id' | 'credentials' | 'visit' | 'answer';
    };

function challenge(state: SandboxState, session: BankSession): AuthorizeOutcome {
  const { testUser, everyQuestion } = session;
  const round = testUser.challenges[session.round] ?? [];
  const picksOne = testUser.asks === 'one' && !everyQuestion && round.length > 1;
  session.state = 'awaiting-mfa';
  session.challenges = picksOne ? [state.random.pick(round)] : round;
  return { kind: 'challenged', session };
}

function complete(state: SandboxState, session: BankSession): AuthorizeOutcome {
  const visited = session.mode === 'live' || session.round > 0;
  session.state = 'authorized';
  session.challenges = [];
  session.touchedAt = state.clock.now();
  session.card ??= saveLogin(state, session);
  if (visited && session.card !== null) recordRefresh(state, session.card, null);
  if (visited) state.onLiveRefresh(session);
  return { kind: 'authorized', session };
}

// Without `Save` the data can be read in this conversation, and nothing is kept: there is no LoginId.
function saveLogin(state: SandboxState, session: BankSession): Card | null {
  if (!session.save) return null;
  const { institution, testUser, language, scheduleRefresh } = session;
  const isNew = !state.cards.has(loginIdOf(state, institution, testUser, language));
  const card = saveCard(state, institution, testUser, language);
  // `ScheduleRefresh` counts for new cards only (docs/flinks/api.md 2.2).
  if (isNew) card.scheduledRefresh = scheduleRefresh;
  return card;
}

function refuse(flinksCode: FlinksCode, why: 'login-id' | 'credentials' = 'credentials'): AuthorizeOutcome {
  return { kind: 'refused', flinksCode, session: null, why };
}

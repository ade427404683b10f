import type { FlinksCode } from '@flinks-kit/core/wire';
import type { World } from '../state/sandboxState.ts';
import { judgeAnswers } from './judgeAnswers.ts';
import { type Card, loginIdOf, recordVisit, saveCard } from './card.ts';
import type { Institution } from './institution.ts';
import { findCustomer } from './findTestUser.ts';
import { type BankSession, openSession, standingOf } from './session.ts';

/** Signs in with a username and a password: what the widget does, and legacy API integrations. */
export function authorizeByPassword(world: World, login: PasswordLogin): AuthorizeOutcome {
  const { institution, language, mode } = login;
  if (institution.kind === 'disabled') return refuse('DISABLED_INSTITUTION');
  const person = findCustomer(world, institution, login.username);
  if (person === undefined || person.password !== login.password) return refuse('INVALID_LOGIN');
  if (person.refusal !== null) return refuse(person.refusal);
  // A password with `MostRecentCached: true` goes through without questions (docs/flinks/api.md 2.2).
  const rounds = mode === 'cached' ? [] : person.challenges;
  const session = openSession(world, {
    institution,
    person,
    language,
    mode,
    card: null,
    tag: login.tag,
    everyQuestion: login.everyQuestion,
    save: login.save,
    scheduleRefresh: login.scheduleRefresh,
  });
  return rounds.length > 0 ? challenge(world, session) : complete(world, session);
}

/** Opens a saved login: from stored data, or by a new visit to the bank. */
export function authorizeByLoginId(world: World, request: CardLogin): AuthorizeOutcome {
  const card = world.cards.get(request.loginId.toLowerCase());
  if (card === undefined) return refuse('INVALID_LOGIN', 'login-id');
  const { person } = card;
  // A live visit ends by itself, whatever came of the last one; a cached call keeps the login in the nightly refresh.
  if (request.mode === 'live') card.lastOutcome = person.refusal;
  else card.lastOpened = world.clock.now();

  const session = openSession(world, {
    institution: card.institution,
    person,
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
  const asks = person.challenges.length > 0 && (request.mode === 'live' || person.challengesCached);
  return asks ? challenge(world, session) : complete(world, session);
}

/** Answers the questions of a conversation; the RequestId stays the same until it is over. */
export function answerChallenges(
  world: World,
  requestId: string,
  responses: Readonly<Record<string, readonly string[]>>,
): AuthorizeOutcome {
  const session = world.sessions.get(requestId);
  if (session === undefined || standingOf(world, session) === 'gone') return refuse('SESSION_NONEXISTENT');
  if (standingOf(world, session) === 'expired') return refuse('SESSION_EXPIRED');
  if (session.state === 'authorized') return refuse('ALREADY_AUTHORIZED');
  session.touchedAt = world.clock.now();

  const verdict = judgeAnswers(session, responses);
  if (verdict === 'empty') return { kind: 'challenged', session };
  if (verdict !== 'right') {
    const flinksCode = verdict === 'wrong' ? session.person.wrongAnswer : verdict;
    if (flinksCode === 'INVALID_SECURITY_RESPONSE_NO_RETRY') session.state = 'ended';
    return { kind: 'refused', flinksCode, session, why: 'answer' };
  }
  session.round += 1;
  return session.round < session.person.challenges.length
    ? challenge(world, session)
    : complete(world, session);
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

function challenge(world: World, session: BankSession): AuthorizeOutcome {
  const { person, everyQuestion } = session;
  const round = person.challenges[session.round] ?? [];
  const picksOne = person.asks === 'one' && !everyQuestion && round.length > 1;
  session.state = 'awaiting-mfa';
  session.challenges = picksOne ? [world.random.pick(round)] : round;
  return { kind: 'challenged', session };
}

function complete(world: World, session: BankSession): AuthorizeOutcome {
  const visited = session.mode === 'live' || session.round > 0;
  session.state = 'authorized';
  session.challenges = [];
  session.touchedAt = world.clock.now();
  session.card ??= saveLogin(world, session);
  if (visited && session.card !== null) recordVisit(world, session.card, null);
  if (visited) world.onVisit(session);
  return { kind: 'authorized', session };
}

// Without `Save` the data can be read in this conversation, and nothing is kept: there is no LoginId.
function saveLogin(world: World, session: BankSession): Card | null {
  if (!session.save) return null;
  const { institution, person, language, scheduleRefresh } = session;
  const isNew = !world.cards.has(loginIdOf(world, institution, person, language));
  const card = saveCard(world, institution, person, language);
  // `ScheduleRefresh` counts for new cards only (docs/flinks/api.md 2.2).
  if (isNew) card.scheduledRefresh = scheduleRefresh;
  return card;
}

function refuse(flinksCode: FlinksCode, why: 'login-id' | 'credentials' = 'credentials'): AuthorizeOutcome {
  return { kind: 'refused', flinksCode, session: null, why };
}

import type { ConnectEvent } from '../wire/connectEvent.ts';
import type { ConnectSession, EndedSession, IdleSession, LiveFacts, LiveSession } from './session.ts';
import { stageOf } from './stageOf.ts';

/**
 * What a session is after one more thing happened. Pure and total: every action is answered in every state, and
 * one that changes nothing gives the very same object, so nobody renders for it.
 */
export function reduceSession(session: ConnectSession, action: SessionAction): ConnectSession {
  if (!isLive(session)) return reduceResting(session, action);
  const { attempt, offline, slow } = session;
  switch (action.type) {
    case 'loaded':
      return session.status === 'preparing' ? { status: 'loading', attempt, offline, slow: null } : session;
    case 'restarted':
      return isFramed(session) ? { status: 'preparing', attempt: attempt + 1, offline, slow: null } : session;
    case 'slow':
      return slow === action.slow ? session : { ...session, slow: action.slow };
    case 'network':
      return offline === action.offline ? session : { ...session, offline: action.offline };
    case 'heard':
      return isFramed(session) ? hear(session, action.event) : session;
    case 'ended':
      return action.ended;
    case 'opened':
    case 'returned':
    case 'reset':
      return session;
  }
}

/** The session before anything happened. */
export const idleSession: IdleSession = { status: 'idle' };

/** Is anything under way? */
export function isLive(session: ConnectSession): session is LiveSession {
  return session.status !== 'idle' && !('report' in session);
}

/** Is the frame mounted? Exactly in `loading` and `active`. */
export function isFramed(session: ConnectSession): session is FramedSession {
  return session.status === 'loading' || session.status === 'active';
}

/** Everything that can happen to a session. */
export type SessionAction =
  | { /** Somebody asked for a connection. */ readonly type: 'opened'; readonly offline: boolean }
  | { /** The person came back from a full-page redirect. */ readonly type: 'returned' }
  | { /** Our server gave an address. */ readonly type: 'loaded' }
  | { /** The address is spent; another is asked for. */ readonly type: 'restarted' }
  | { readonly type: 'heard'; readonly event: ConnectEvent }
  | { readonly type: 'slow'; readonly slow: LiveFacts['slow'] }
  | { readonly type: 'network'; readonly offline: boolean }
  | { readonly type: 'ended'; readonly ended: EndedSession }
  | { readonly type: 'reset' };

type ActiveSession = LiveSession & { readonly status: 'active' };
type FramedSession = LiveSession & { readonly status: 'loading' | 'active' };

function reduceResting(session: ConnectSession, action: SessionAction): ConnectSession {
  const fresh = { attempt: 1, offline: false, slow: null };
  if (action.type === 'opened') return { status: 'preparing', ...fresh, offline: action.offline };
  if (action.type === 'returned') return { status: 'linking', ...fresh, institution: null };
  return action.type === 'reset' && session.status !== 'idle' ? idleSession : session;
}

// Any message proves that the frame lives: a lost APP_MOUNTED must not leave a person behind a skeleton.
function hear(session: FramedSession, event: ConnectEvent): ConnectSession {
  const { attempt } = session;
  const was = session.status === 'active' ? session : freshlyActive(session);
  const institution = event.institution ?? was.institution;
  if (event.kind === 'redirect') {
    return { status: 'linking', attempt, offline: was.offline, slow: null, institution };
  }
  if (event.kind === 'error') {
    return { ...was, slow: null, institution, lastError: { flinksCode: event.flinksCode } };
  }
  const next = followStep(was, event.step, event.mfaTypes, institution);
  return session.status === 'active' && isSame(was, next) ? session : next;
}

function freshlyActive({ attempt, offline }: LiveSession): ActiveSession {
  return {
    status: 'active',
    attempt,
    offline,
    slow: null,
    stage: null,
    institution: null,
    mfaTypes: nothing,
    popupBlocked: false,
    lastError: null,
  };
}

function followStep(
  was: ActiveSession,
  step: string,
  mfaTypes: readonly string[] | undefined,
  institution: string | null,
): ActiveSession {
  if (step === 'APP_OFFLINE') return { ...was, offline: true };
  if (step === 'APP_ONLINE') return { ...was, offline: false };
  if (step === 'POPUP_BLOCKED') return { ...was, popupBlocked: true };
  const stage = stageOf(step);
  if (!stage) return { ...was, institution };
  return {
    ...was,
    stage,
    // Back in the list, the person has no institution until the next choice.
    institution: stage === 'institution' ? null : institution,
    mfaTypes: stage === 'mfa' ? (mfaTypes ?? was.mfaTypes) : nothing,
    slow: null,
    popupBlocked: false,
    // A form that is shown again keeps its error in sight; whoever moves on has answered it.
    lastError: stage === 'credentials' || stage === 'mfa' ? was.lastError : null,
  };
}

function isSame(was: ActiveSession, next: ActiveSession): boolean {
  return Object.entries(next).every(([key, value]) => Reflect.get(was, key) === value);
}

const nothing: readonly string[] = [];

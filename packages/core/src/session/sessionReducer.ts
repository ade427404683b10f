import type { ConnectEvent } from '../wire/connectMessage.ts';
import {
  type ConnectSession,
  type EndedSession,
  idleSession,
  type LiveFacts,
  type LiveSession,
} from './session.ts';
import { getStage } from '../wire/steps.ts';

/**
 * The session's state machine: every transition is here, and `createConnect` only performs effects and dispatches. Pure
 * and total: each action has an answer in each state, and one that changes nothing returns the very same object, so
 * that no subscriber renders for it.
 */
export function reduceSession(session: ConnectSession, action: SessionAction): ConnectSession {
  const next = follow(session, action);
  return Object.entries(next).some(([key, value]) => Reflect.get(session, key) !== value) ? next : session;
}

function follow(session: ConnectSession, action: SessionAction): ConnectSession {
  if (!isLive(session)) {
    if (action.type === 'open') return preparing(1, action.offline);
    if (action.type === 'resume') return linking(1, action.offline, null);
    return action.type === 'reset' ? idleSession : session;
  }
  switch (action.type) {
    case 'reload':
      return isFramed(session) ? preparing(session.attempt + 1, action.offline) : session;
    case 'load':
      // An answer arrived, so there is a network, whatever the browser reports.
      return session.status === 'preparing'
        ? { ...session, status: 'loading', slow: null, offline: false }
        : session;
    case 'message':
      return isFramed(session) ? followMessage(session, action.event) : session;
    case 'slow':
      return { ...session, slow: action.slow };
    case 'network':
      return { ...session, offline: action.offline };
    case 'end':
      // While linking, the bank login exists: leaving must not lose our server's answer.
      return session.status === 'linking' && action.ended.status === 'exited' ? session : action.ended;
    default:
      return session;
  }
}

/** Everything that can happen to a session. */
export type SessionAction =
  /** The app opened a session, or (`resumed`) the page came back from a full-page redirect. */
  | { readonly type: 'open' | 'resume'; readonly offline: boolean }
  /** The frame needs another address: a retry, a refused token, or a replaced frame. */
  | { readonly type: 'reload'; readonly offline: boolean }
  /** Our server returned the address. */
  | { readonly type: 'load' }
  /** The widget posted a message that ends nothing; a `redirect` also when another tab finished the session. */
  | { readonly type: 'message'; readonly event: ConnectEvent }
  | { readonly type: 'slow'; readonly slow: LiveFacts['slow'] }
  | { readonly type: 'network'; readonly offline: boolean }
  | { readonly type: 'end'; readonly ended: EndedSession }
  | { readonly type: 'reset' };

/** Is a session under way? */
export function isLive(session: ConnectSession): session is LiveSession {
  return 'attempt' in session;
}

/** Is the frame mounted? Exactly in `loading` and `active`. */
export function isFramed(session: ConnectSession): session is FramedSession {
  return session.status === 'loading' || session.status === 'active';
}

type ActiveSession = LiveSession & { readonly status: 'active' };
type FramedSession = LiveSession & { readonly status: 'loading' | 'active' };

function preparing(attempt: number, offline: boolean): LiveSession {
  return { status: 'preparing', attempt, offline, slow: null };
}

function linking(attempt: number, offline: boolean, institution: string | null): LiveSession {
  return { status: 'linking', attempt, offline, slow: null, institution };
}

function followMessage(session: FramedSession, event: ConnectEvent): ConnectSession {
  const was = activate(session);
  const institution = event.institution ?? was.institution;
  if (event.kind === 'redirect') return linking(was.attempt, false, institution);
  const changes: Partial<ActiveSession> =
    event.kind === 'error'
      ? { slow: null, offline: false, institution, lastError: { flinksCode: event.flinksCode } }
      : followStep(was, event, institution);
  return { ...was, ...changes };
}

// Any message proves that the frame lives: a lost APP_MOUNTED must not leave the user behind a skeleton.
function activate(session: FramedSession): ActiveSession {
  if (session.status === 'active') return session;
  return {
    ...session,
    status: 'active',
    offline: false,
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
  event: Extract<ConnectEvent, { readonly kind: 'step' }>,
  institution: string | null,
): Partial<ActiveSession> {
  const { step } = event;
  const stage = getStage(step);
  if (step === 'POPUP_BLOCKED') return { popupBlocked: true };
  if (step === 'APP_OFFLINE' || step === 'APP_ONLINE') return { offline: step === 'APP_OFFLINE' };
  if (!stage) return { institution };
  return {
    stage,
    offline: false,
    // Back in the list, the user has no institution until the next choice.
    institution: stage === 'institution' ? null : institution,
    mfaTypes: stage === 'mfa' ? (event.mfaTypes ?? was.mfaTypes) : nothing,
    slow: null,
    popupBlocked: false,
    // A form that is shown again keeps its error in sight; a user who moves on has answered it.
    lastError: stage === 'credentials' || stage === 'mfa' ? was.lastError : null,
  };
}

const nothing: readonly string[] = [];

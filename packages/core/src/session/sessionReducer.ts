import type { ConnectEvent } from '../wire/connectMessage.ts';
import type { ConnectSession, LiveSession } from './session.ts';
import { getStage } from './stages.ts';

/**
 * What a session is after the widget said one more thing. Pure and total: every event is answered in every state,
 * and one that changes nothing gives the very same object, so nobody renders for it. How a session begins and ends
 * is the engine's.
 */
export function reduceSession(session: ConnectSession, event: ConnectEvent): ConnectSession {
  if (!isFramed(session)) return session;
  const was = activate(session);
  const institution = event.institution ?? was.institution;
  if (event.kind === 'redirect') {
    return { status: 'linking', attempt: was.attempt, offline: was.offline, slow: null, institution };
  }
  const changes: Partial<ActiveSession> =
    event.kind === 'error'
      ? { slow: null, institution, lastError: { flinksCode: event.flinksCode } }
      : followStep(was, event.step, event.mfaTypes, institution);
  const next = { ...was, ...changes };
  const isNew = Object.entries(changes).some(([key, value]) => Reflect.get(session, key) !== value);
  return isNew || was !== session ? next : session;
}

/** Is anything under way? */
export function isLive(session: ConnectSession): session is LiveSession {
  return 'attempt' in session;
}

/** Is the frame mounted? Exactly in `loading` and `active`. */
export function isFramed(session: ConnectSession): session is FramedSession {
  return session.status === 'loading' || session.status === 'active';
}

type ActiveSession = LiveSession & { readonly status: 'active' };
type FramedSession = LiveSession & { readonly status: 'loading' | 'active' };

// Any message proves that the frame lives: a lost APP_MOUNTED must not leave a person behind a skeleton.
function activate(session: FramedSession): ActiveSession {
  if (session.status === 'active') return session;
  return {
    ...session,
    status: 'active',
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
): Partial<ActiveSession> {
  const stage = getStage(step);
  if (step === 'POPUP_BLOCKED') return { popupBlocked: true };
  if (step === 'APP_OFFLINE' || step === 'APP_ONLINE') return { offline: step === 'APP_OFFLINE' };
  if (!stage) return { institution };
  return {
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

const nothing: readonly string[] = [];

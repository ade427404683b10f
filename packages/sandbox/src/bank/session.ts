import { type BankSession, defaultDetailRequest } from '../state/bankSession.ts';
import type { SandboxState } from '../state/sandboxState.ts';

/** Opens a conversation. */
export function openSession(
  state: SandboxState,
  facts: Omit<
    BankSession,
    | 'requestId'
    | 'state'
    | 'challenges'
    | 'answered'
    | 'round'
    | 'touchedAt'
    | 'processingSince'
    | 'detailRequest'
    | 'deliveredAt'
  >,
): BankSession {
  const session: BankSession = {
    ...facts,
    requestId: state.random.guid(),
    state: 'authorized',
    challenges: [],
    answered: [],
    round: 0,
    touchedAt: state.clock.now(),
    processingSince: null,
    detailRequest: defaultDetailRequest,
    deliveredAt: null,
  };
  state.sessions.set(session.requestId, session);
  return session;
}

/**
 * Whether a RequestId can still be used. Flinks' time limits (docs/flinks/api.md 6.5): eight idle minutes while it
 * waits for answers, eight to be used after a successful login, thirty while data is being collected.
 */
export function getSessionStatus(state: SandboxState, session: BankSession): 'live' | 'expired' | 'gone' {
  const now = state.clock.now();
  if (session.state === 'ended') return 'gone';
  if (session.deliveredAt !== null) {
    const grace = state.settings.requestIdAfterDetail === 'consumed' ? 0 : idleLimitMs;
    return now - session.deliveredAt < grace ? 'live' : 'gone';
  }
  if (session.processingSince !== null) {
    return now - session.processingSince < processingLimitMs ? 'live' : 'expired';
  }
  return now - session.touchedAt < idleLimitMs ? 'live' : 'expired';
}

const idleLimitMs = 8 * 60_000;
const processingLimitMs = 30 * 60_000;

import { getSessionStatus } from '../bank/session.ts';
import type { BankSession } from '../state/bankSession.ts';
import type { Answer } from '../state/json.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { refuse } from './answer.ts';

/**
 * The conversation that a data call names, or the answer that states why there is none: unknown or over
 * (SESSION_NONEXISTENT), past the thirty minutes of processing (SESSION_EXPIRED), or not authorized yet
 * (UNAUTHORIZED) (docs/flinks/api.md 3.1, 3.2).
 */
export function findDataSession(state: SandboxState, requestId: string | undefined): BankSession | Answer {
  const { settings } = state;
  if (requestId === undefined || requestId === '') {
    return refuse(
      settings,
      'INVALID_REQUEST',
      'Sandbox: this endpoint needs a RequestId, which Authorize gives.',
    );
  }
  const session = state.sessions.get(requestId.toLowerCase());
  const status = session === undefined ? 'gone' : getSessionStatus(state, session);
  if (session !== undefined && status === 'expired' && session.processingSince !== null) {
    return refuse(settings, 'SESSION_EXPIRED');
  }
  if (session === undefined || status !== 'live') {
    return refuse(settings, 'SESSION_NONEXISTENT', `RequestId ${requestId} is invalid or session has ended`);
  }
  if (session.state === 'awaiting-mfa') {
    return refuse(
      settings,
      'UNAUTHORIZED',
      'Sandbox: the bank still waits for answers; finish Authorize before asking for data.',
    );
  }
  return session;
}

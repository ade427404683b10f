import { type BankSession, standingOf } from '../bank/session.ts';
import type { World } from '../state/sandboxState.ts';
import { type Answer, refuse } from './answer.ts';

/**
 * The conversation that a data call names, or the answer that says why there is none: unknown or over
 * (SESSION_NONEXISTENT), past the thirty minutes of processing (SESSION_EXPIRED), or not authorized yet
 * (UNAUTHORIZED) (docs/flinks/api.md 3.1, 3.2).
 */
export function findDataSession(world: World, requestId: string | undefined): BankSession | Answer {
  const { settings } = world;
  if (requestId === undefined || requestId === '') {
    return refuse(
      settings,
      'INVALID_REQUEST',
      'Sandbox: this endpoint needs a RequestId, which Authorize gives.',
    );
  }
  const session = world.sessions.get(requestId.toLowerCase());
  const standing = session === undefined ? 'gone' : standingOf(world, session);
  if (session !== undefined && standing === 'expired' && session.processingSince !== null) {
    return refuse(settings, 'SESSION_EXPIRED');
  }
  if (session === undefined || standing !== 'live') {
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

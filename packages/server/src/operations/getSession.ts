import type { SessionStatus } from '@flinks-kit/core';
import { toConnection } from '../connections/toConnection.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { ownedSession } from '../linking/ownedSession.ts';

/** Where the user's session stands: for the page that a full-page redirect comes back to, and the one that it left. */
export async function getSession(
  context: ServerContext,
  userId: string,
  sessionId: string,
): Promise<SessionStatus> {
  const { standing, expiresAt } = await ownedSession(context, userId, sessionId);
  if (standing.status === 'failed') return { status: 'failed', code: standing.code };
  if (standing.status === 'connected') {
    const connection = await context.connections.get(standing.connectionId);
    if (connection === null) return { status: 'failed', code: 'connection-not-found' };
    return { status: 'connected', connection: toConnection(context, connection) };
  }
  if (standing.status === 'linking') return { status: 'linking' };
  if (expiresAt <= context.clock.now()) return { status: 'expired' };
  return { status: 'open', expiresAt: new Date(expiresAt).toISOString() };
}

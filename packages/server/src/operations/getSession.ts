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
  const { status: session, createdAt, expiresAt } = await ownedSession(context, userId, sessionId);
  if (session.status === 'failed') return { status: 'failed', code: session.code };
  if (session.status === 'connected') {
    const connection = await context.connections.get(session.connectionId);
    if (connection === null) return { status: 'failed', code: 'connection-not-found' };
    return { status: 'connected', connection: await toConnection(context, connection) };
  }
  if (session.status === 'linking') return { status: 'linking' };
  // A late link is judged by the server, so the session is over only when none is possible.
  if (createdAt + context.timing.lateLinkMs <= context.clock.now()) return { status: 'expired' };
  return { status: 'open', expiresAt: new Date(expiresAt).toISOString() };
}

import type { ConnectReport } from '@flinks-kit/core';
import type { ServerContext } from '../context/ServerContext.ts';
import { ownedSession } from '../linking/ownedSession.ts';

/** Keeps what a session was like; the last report wins, since a page sends what it has as it goes away. */
export async function sendReport(
  context: ServerContext,
  userId: string,
  sessionId: string,
  report: ConnectReport,
): Promise<void> {
  await ownedSession(context, userId, sessionId);
  await context.sessions.update(sessionId, (session) => ({ ...session, report }));
  context.emit({ type: 'session-reported', userId, sessionId, report });
}

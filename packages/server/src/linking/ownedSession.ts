import type { SessionRecord } from '../store/records.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/** The user's own session. Another user's is refused as one that does not exist. */
export async function ownedSession(
  context: ServerContext,
  userId: string,
  sessionId: string,
): Promise<SessionRecord> {
  const session = await context.sessions.get(sessionId);
  if (session?.userId !== userId) throw refusal('session-not-found');
  return session;
}

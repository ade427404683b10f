import type { Connection, LinkConnectionRequest } from '@flinks-kit/core';
import { toConnection } from '../connections/toConnection.ts';
import { isRefusalCode, refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { Sealed } from '../crypto/Sealed.ts';
import type { LinkIntent, SessionRecord } from '../store/records.ts';
import { ownedSession } from './ownedSession.ts';
import { settleLink } from './settleLink.ts';

/** Stores what was handed over, in the user's own session: from here on it is not lost. */
export async function claimLink(
  context: ServerContext,
  userId: string,
  link: LinkConnectionRequest,
): Promise<SessionRecord> {
  if (link.sessionId === undefined) throw refusal('session-required');
  const session = await ownedSession(context, userId, link.sessionId);
  // Some shapes of REDIRECT carry no tag; one that is there must be ours (docs/flinks/connect.md 1.3).
  if (link.tag !== undefined && link.tag !== session.tag) throw refusal('tag-mismatch');

  const login = new Sealed(link.loginId.toLowerCase());
  const claimedAt = context.clock.now();
  return claim(context, session, { login, accountIds: link.accountIds, claimedAt });
}

/** Carries a claimed link out, or answers as it was answered before. */
export const concludeLink = (context: ServerContext, session: SessionRecord): Promise<Connection> =>
  context.links(session.id, () => conclude(context, session));

/** Writes the intent, unless the session was used before: then it must have been for this very login. */
async function claim(
  context: ServerContext,
  { id }: SessionRecord,
  intent: LinkIntent,
): Promise<SessionRecord> {
  const session = await context.sessions.update(id, (current) => {
    if (current.standing.status !== 'open' || current.expiresAt <= intent.claimedAt) return current;
    return { ...current, standing: { status: 'linking', intent } };
  });
  if (session === null) throw refusal('session-not-found');
  if (session.standing.status === 'open') throw refusal('session-expired');
  if (session.standing.intent.login.reveal() !== intent.login.reveal()) throw refusal('session-taken');
  return session;
}

async function conclude(context: ServerContext, session: SessionRecord): Promise<Connection> {
  const { standing } = (await context.sessions.get(session.id)) ?? session;
  if (standing.status === 'failed') {
    throw refusal(isRefusalCode(standing.code) ? standing.code : 'login-unknown');
  }
  if (standing.status === 'connected') {
    const connection = await context.connections.get(standing.connectionId);
    if (connection === null) throw refusal('connection-not-found');
    return toConnection(context, connection);
  }
  return settleLink(context, session);
}

import type { Connection, LinkConnectionRequest } from '@flinks-kit/core';
import { isRefusalCode, refusal } from '../common/refusals.ts';
import { toConnection } from '../connections/toConnection.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { Sealed } from '../crypto/Sealed.ts';
import type { LinkIntent, SessionRecord } from '../store/records.ts';
import { ownedSession } from './ownedSession.ts';
import { settleLink } from './settleLink.ts';

/** Stores what the widget returned, in the user's own session: from here on it is not lost. */
export async function claimLink(
  context: ServerContext,
  userId: string,
  link: LinkConnectionRequest,
): Promise<SessionRecord> {
  if (link.sessionId === undefined) throw refusal('session-required');
  const session = await ownedSession(context, userId, link.sessionId);
  // Some shapes of REDIRECT carry no tag; one that is there must be ours (docs/flinks/connect.md 1.3).
  if (link.tag !== undefined && link.tag !== session.tag) throw refusal('tag-mismatch');
  return claim(context, session, {
    login: new Sealed(link.loginId.toLowerCase()),
    accountIds: link.accountIds,
    requestId: link.requestId === undefined ? null : new Sealed(link.requestId),
    claimedAt: context.clock.now(),
  });
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
  const { lateLinkMs } = context.timing;
  const session = await context.sessions.update(id, (current) => {
    if (current.status.status !== 'open' || current.createdAt + lateLinkMs <= intent.claimedAt)
      return current;
    return { ...current, status: { status: 'linking', intent } };
  });
  if (session === null) throw refusal('session-not-found');
  if (session.status.status === 'open') throw refusal('session-expired');
  if (session.status.intent.login.reveal() !== intent.login.reveal()) throw refusal('session-taken');
  return session;
}

async function conclude(context: ServerContext, session: SessionRecord): Promise<Connection> {
  const { status } = (await context.sessions.get(session.id)) ?? session;
  if (status.status === 'failed') {
    throw refusal(isRefusalCode(status.code) ? status.code : 'login-unknown');
  }
  if (status.status === 'connected') {
    const connection = await context.connections.get(status.connectionId);
    if (connection === null) throw refusal('connection-not-found');
    return toConnection(context, connection);
  }
  return settleLink(context, session);
}

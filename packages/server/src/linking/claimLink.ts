import type { Connection, LinkConnectionRequest } from '@flinks-kit/core';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { Sealed } from '../crypto/Sealed.ts';
import type { LinkIntent, SessionRecord } from '../store/records.ts';
import { answerAgain, settleLink } from './settleLink.ts';

/** Stores what the widget returned, in the user's own session: from here on it is not lost. */
export async function claimLink(
  context: ServerContext,
  userId: string,
  link: LinkConnectionRequest,
): Promise<SessionRecord> {
  if (link.sessionId === undefined) throw refusal('session-required');
  const intent: LinkIntent = {
    login: new Sealed(link.loginId.toLowerCase()),
    accountIds: link.accountIds,
    requestId: link.requestId === undefined ? null : new Sealed(link.requestId),
    claimedAt: context.clock.now(),
  };
  // Some shapes of REDIRECT carry no tag; one that is there must be ours (docs/flinks/connect.md 1.3).
  const isOwn = ({ tag }: SessionRecord): boolean => link.tag === undefined || link.tag === tag;
  const { lateLinkMs } = context.timing;
  // Unless the session was used before: then it must have been for this very login.
  const session = await context.sessions.update(link.sessionId, (current) =>
    current.userId === userId &&
    isOwn(current) &&
    current.status.status === 'open' &&
    current.createdAt + lateLinkMs > intent.claimedAt
      ? { ...current, status: { status: 'linking', intent } }
      : current,
  );
  // Another user's session is refused as one that does not exist.
  if (session?.userId !== userId) throw refusal('session-not-found');
  if (!isOwn(session)) throw refusal('tag-mismatch');
  if (session.status.status === 'open') throw refusal('session-expired');
  if (session.status.intent.login.reveal() !== intent.login.reveal()) throw refusal('session-taken');
  return session;
}

/** Carries a claimed link out, or answers as it was answered before. */
export async function concludeLink(context: ServerContext, session: SessionRecord): Promise<Connection> {
  const { status } = session;
  return status.status === 'connected' || status.status === 'failed'
    ? answerAgain(context, status)
    : context.links(session.id, () => settleLink(context, session));
}

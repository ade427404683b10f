import type { OpenedSession, OpenSessionRequest } from '@flinks-kit/core';
import { buildSessionUrl, hasSelector } from '../context/buildSessionUrl.ts';
import { ownedConnection } from '../connections/connections.ts';
import type { SessionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { resolveWidgetEntry } from '../linking/resolveWidgetEntry.ts';
import { mintReturn } from '../linking/mintReturn.ts';

/**
 * Opens one session: mints the single-use token, and builds the address for one loading of one frame
 * (docs/flinks/connect.md 3). `expiresAt` is how long the session may still be linked.
 */
export async function openSession(
  context: ServerContext,
  userId: string,
  asked: OpenSessionRequest,
): Promise<Required<OpenedSession>> {
  const { clock, connectParameters, timing } = context;
  const reconnected =
    asked.connectionId === undefined ? null : await ownedConnection(context, userId, asked.connectionId);
  // A LoginId is bound to the language it was made in, so a reconnect keeps it (docs/flinks/api.md 2.2).
  const language = reconnected?.language ?? asked.language ?? connectParameters.language ?? 'en';
  const entry =
    reconnected === null
      ? { institution: asked.institution }
      : await resolveWidgetEntry(context, reconnected);
  const token = await context.flinks.mintToken();
  const now = clock.now();
  const session: SessionRecord = {
    id: context.newId(),
    userId,
    tag: context.newId(),
    language,
    reconnects: reconnected?.id ?? null,
    selectorOn: hasSelector(connectParameters),
    createdAt: now,
    expiresAt: now + timing.sessionMs,
    status: { status: 'open' },
    report: null,
  };
  const connectUrl = buildSessionUrl(context.connectUrl, connectParameters, {
    language,
    ...entry,
    tag: session.tag,
    redirectUrl: await mintReturn(context, session),
    authorizeToken: token.reveal(),
  });
  await context.sessions.insert(session);
  context.audit(userId, 'session-opened', { sessionId: session.id, connectionId: reconnected?.id });
  return { sessionId: session.id, connectUrl, expiresAt: new Date(session.expiresAt).toISOString() };
}

import type { OpenedSession, OpenSessionRequest } from '@flinks-kit/core';
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
  const choosesAccounts = reconnected !== null && asked.chooseAccounts === true;
  const entry =
    reconnected === null
      ? { institution: asked.institution }
      : await resolveWidgetEntry(context, reconnected, choosesAccounts);
  const token = await context.flinks.mintToken();
  const now = clock.now();
  const session: SessionRecord = {
    id: context.newId(),
    userId,
    tag: context.newId(),
    language,
    reconnects: reconnected?.id ?? null,
    selectorOn: choosesAccounts || context.showsSelector,
    choosesAccounts,
    createdAt: now,
    expiresAt: now + timing.sessionMs,
    status: { status: 'open' },
    report: null,
  };
  const connectUrl = context.buildSessionUrl({
    language,
    ...entry,
    tag: session.tag,
    redirectUrl: context.redirect === null ? undefined : await mintReturn(context, session, context.redirect),
    authorizeToken: token.reveal(),
  });
  await context.sessions.insert(session);
  // Now and then: the exact number does not matter, and most users have a handful.
  if (/^A[A-P]/.test(session.id)) context.waitUntil(trimSessions(context, userId));
  context.audit(userId, 'session-opened', { sessionId: session.id, connectionId: reconnected?.id });
  return { sessionId: session.id, connectUrl, expiresAt: new Date(session.expiresAt).toISOString() };
}

/** Removes the oldest sessions of a user who opens thousands: each keeps a report for a week. */
async function trimSessions(context: ServerContext, userId: string): Promise<void> {
  const { sessions, warn } = context;
  try {
    const ids = await sessions.listIds({ userId, limit: 2 * mostSessions });
    if (ids.length <= mostSessions) return;
    const unused: Pick<SessionRecord, 'id' | 'createdAt'>[] = [];
    for await (const { id, createdAt, status } of sessions.each({ userId })) {
      // What was linked is needed to answer the same link again.
      if (status.status === 'open' || status.status === 'failed') unused.push({ id, createdAt });
    }
    const oldest = unused.toSorted((one, other) => one.createdAt - other.createdAt);
    // Half at once, so that the rows are not opened at each later opening.
    for (const { id } of oldest.slice(0, -mostSessions / 2)) await sessions.remove(id);
  } catch (cause) {
    warn('The oldest sessions of a user could not be removed; a later opening tries again.', cause);
  }
}

const mostSessions = 1_000;

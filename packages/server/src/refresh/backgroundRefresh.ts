import { FlinksKitError } from '@flinks-kit/core';
import type { ServerContext } from '../context/ServerContext.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { BackgroundRefreshRecord, ConnectionRecord } from '../store/records.ts';

/**
 * Starts a refresh that Flinks carries out in the background (AuthorizeAsync, docs/flinks/api.md 2.3). How to poll it
 * is stored, so that any process continues it: a read of the connection, or `maintain()`.
 */
export async function startInBackground(
  context: ServerContext,
  connection: ConnectionRecord,
): Promise<FlinksAnswer | 'in-progress'> {
  const { clock, timing } = context;
  const { id, login, language } = connection;
  const { answer, token } = await context.flinks.authorizeAsync({ login, language });
  const { kind, requestId } = answer;
  if (kind !== 'pending' || requestId === null) return answer;
  const refresh: BackgroundRefreshRecord = {
    status: 'background',
    requestId,
    token,
    pollAt: clock.now() + timing.asyncPollMs,
    refreshingUntil: clock.now() + timing.processingMs,
  };
  await context.connections.update(id, (current) =>
    isUnderWay(current, connection) ? { ...current, refresh } : current,
  );
  return 'in-progress';
}

/**
 * Whether the refresh that `before` has is still under way. A new sign-in ends it, and so does a contest of the login:
 * what came of it may not be written then.
 */
export function isUnderWay({ session, refresh }: ConnectionRecord, before: ConnectionRecord): boolean {
  if (session.tag !== before.session.tag || refresh.status !== before.refresh.status) return false;
  return refresh.status === 'running' || refresh.status === 'background';
}

/** Polls a background refresh, at most once per ten seconds. `null`: it ended without a result. */
export async function pollInBackground(
  context: ServerContext,
  connection: ConnectionRecord,
  { requestId, token, pollAt, refreshingUntil }: BackgroundRefreshRecord,
): Promise<FlinksAnswer | 'in-progress' | null> {
  const { clock, timing, flinks } = context;
  if (clock.now() < pollAt) return 'in-progress';
  if (clock.now() > refreshingUntil) return null;
  const answer = await flinks.pollAuthorize(requestId, token).catch((cause: unknown) => {
    if (!(cause instanceof FlinksKitError)) throw cause;
    context.warn('A background refresh could not be polled; it is polled again.', cause);
    return null;
  });
  if (answer !== null && answer.kind !== 'pending') return answer;
  await context.connections.update(connection.id, (current) =>
    current.refresh.status === 'background' && isUnderWay(current, connection)
      ? { ...current, refresh: { ...current.refresh, pollAt: clock.now() + timing.asyncPollMs } }
      : current,
  );
  return 'in-progress';
}

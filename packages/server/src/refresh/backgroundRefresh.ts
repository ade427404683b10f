import { FlinksKitError } from '@flinks-kit/core';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { BackgroundVisit, ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * Begins a visit that Flinks carries out in the background (AuthorizeAsync, docs/flinks/api.md 2.3). How to ask after
 * it is stored, so that any process goes on with it: whoever looks at the connection, or `maintain()`.
 */
export async function beginInBackground(
  context: ServerContext,
  { id, login, language }: ConnectionRecord,
): Promise<FlinksAnswer | 'under-way'> {
  const { clock, timing } = context;
  const { answer, token } = await context.flinks.authorizeAsync({ login, language });
  const { kind, requestId } = answer;
  if (kind !== 'pending' || requestId === null) return answer;
  const until = clock.now() + timing.processingMs;
  const visit = { requestId, token, askAt: clock.now() + timing.asyncPollMs, until };
  await context.connections.update(id, (current) => ({ ...current, visit, visitingUntil: until }));
  return 'under-way';
}

/** Asks after a visit, ten seconds after the last question at the earliest. `null`: it came to nothing. */
export async function askAfterVisit(
  context: ServerContext,
  { id }: ConnectionRecord,
  { requestId, token, askAt, until }: BackgroundVisit,
): Promise<FlinksAnswer | 'under-way' | null> {
  const { clock, timing, flinks } = context;
  if (clock.now() < askAt) return 'under-way';
  if (clock.now() > until) return null;
  const answer = await flinks.pollAuthorize(requestId, token).catch((cause: unknown) => {
    if (!(cause instanceof FlinksKitError)) throw cause;
    context.warn('Flinks could not be asked after a visit to a bank; it is asked again.', cause);
    return null;
  });
  if (answer !== null && answer.kind !== 'pending') return answer;
  await context.connections.update(id, ({ visit, ...current }) => ({
    ...current,
    visit: visit === null ? null : { ...visit, askAt: clock.now() + timing.asyncPollMs },
  }));
  return 'under-way';
}

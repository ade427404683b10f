import { FlinksKitError } from '@flinks-kit/core';
import { startCollection } from '../collection/startCollection.ts';
import { healthAfterAuthorize } from '../connections/healthAfterAuthorize.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { BackgroundVisit, ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { askAfterVisit, beginInBackground } from './backgroundRefresh.ts';

/**
 * A live Authorize: Flinks goes to the bank now. Never rejects; what came of it is in the connection. Within the
 * cooldown, and while another process is at it, nothing happens, since every visit is billed.
 */
export async function liveRefresh(context: ServerContext, connectionId: string): Promise<void> {
  await context.refreshing(connectionId, async () => {
    const { store, clock } = context;
    const key = `refresh:${connectionId}`;
    const holder = context.newId();
    const now = clock.now();
    try {
      if (!(await store.lease({ key, holder, now, until: longestVisit(context) }))) return;
      await visit(context, connectionId);
    } catch (cause) {
      context.warn('A visit to the bank was interrupted; it may be asked for again.', cause);
    } finally {
      await store.release(key, holder).catch(() => undefined);
    }
  });
}

// Flinks' own limit, and room for the answer to travel.
const longestVisit = ({ clock, timing }: ServerContext): number => clock.now() + timing.syncHoldMs + 30_000;

/** Whether the bank was visited so lately that it is not visited again. */
export const isCoolingDown = ({ clock, timing }: ServerContext, { liveAt }: ConnectionRecord): boolean =>
  liveAt !== null && clock.now() - liveAt < timing.refreshCooldownMs;

async function visit(context: ServerContext, connectionId: string): Promise<void> {
  const connection = await context.connections.get(connectionId);
  if (connection !== null && connection.visit !== null) return goOn(context, connection, connection.visit);
  if (connection === null || isCoolingDown(context, connection)) return;
  if (connection.provisional) return askAgain(context, connection);
  // Written before the call: a crash in the middle must not pay for the same visit twice.
  await context.connections.update(connectionId, (current) => ({
    ...current,
    liveAt: context.clock.now(),
    visitingUntil: longestVisit(context),
  }));
  const { login, language } = connection;
  const asking = context.visitsInBackground
    ? beginInBackground(context, connection)
    : context.flinks.authorize({ login, live: true, language });
  const answer = await asking.catch((cause: unknown) => {
    if (!(cause instanceof FlinksKitError)) throw cause;
    context.warn('Flinks could not be asked to visit a bank.', cause);
    return null;
  });
  if (answer !== 'under-way') await record(context, connection, answer);
}

/** Asks after a visit in the background; what came of it is recorded like that of any other. */
async function goOn(
  context: ServerContext,
  connection: ConnectionRecord,
  underWay: BackgroundVisit,
): Promise<void> {
  const answer = await askAfterVisit(context, connection, underWay);
  if (answer !== 'under-way') await record(context, connection, answer);
}

/**
 * A visit of ours would move LastRefresh, and so confirm a login that nobody has proved to be this person's: what
 * Flinks has is asked for again instead, without the bank.
 */
async function askAgain(context: ServerContext, connection: ConnectionRecord): Promise<void> {
  if (connection.refused) return;
  await startCollection(context, connection, null);
  await context.connections.update(connection.id, (current) => ({
    ...current,
    liveAt: context.clock.now(),
    health: { status: 'pending', flinksCode: null },
  }));
}

async function record(
  context: ServerContext,
  { id: connectionId, sessionTag }: ConnectionRecord,
  answer: FlinksAnswer | null,
): Promise<void> {
  const { requestId = null, kind = null } = answer ?? {};
  const asked = kind === 'challenge' && requestId !== null;
  const updated = await context.connections.update(connectionId, (current) =>
    // The person signed in meanwhile: what this visit met is older than that.
    current.sessionTag !== sessionTag
      ? current
      : {
          ...current,
          // No answer is no visit, as far as we know: it may be asked for again at once.
          liveAt: answer === null ? null : current.liveAt,
          visitingUntil: null,
          visit: null,
          challenge: asked ? { requestId, until: context.clock.now() + context.timing.mfaMs } : null,
          lastRefreshAt: answer?.login?.lastRefreshAt ?? current.lastRefreshAt,
          health:
            answer === null ? { status: 'unavailable', flinksCode: null } : healthAfterAuthorize(answer),
        },
  );
  if (updated === null || updated.sessionTag !== sessionTag || answer === null) return;
  const { userId, health } = updated;
  if (kind === 'done' || kind === 'pending') {
    await startCollection(context, updated, answer);
    context.audit(userId, 'refreshed', { connectionId });
    context.emit({ type: 'refreshed', userId, connectionId });
  }
  if (health.status === 'needs-user') {
    context.emit({ type: 'needs-user', userId, connectionId, flinksCode: health.flinksCode });
  }
}

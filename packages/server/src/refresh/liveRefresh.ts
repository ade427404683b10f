import { FlinksKitError } from '@flinks-kit/core';
import { startCollection } from '../collection/collectAccounts.ts';
import { isVerified } from '../connections/connections.ts';
import { healthAfterAuthorize } from '../connections/toConnection.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import type { ConnectionRecord, LiveRefreshRecord } from '../store/records.ts';
import { isUnderWay, pollInBackground, startInBackground } from './backgroundRefresh.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * A live Authorize: Flinks reads the bank now. Never rejects; the result is in the connection. Within the cooldown, and
 * while another process refreshes the connection, nothing happens, since Flinks bills every live refresh.
 */
export async function liveRefresh(context: ServerContext, connectionId: string): Promise<void> {
  await context.refreshing(connectionId, async () => {
    const { store, clock } = context;
    const key = `refresh:${connectionId}`;
    const holder = context.newId();
    const now = clock.now();
    try {
      const until = longestRefresh(context);
      if (!(await store.lease({ key, holder, now, until, latestUntil: until }))) return;
      await refresh(context, connectionId);
    } catch (cause) {
      context.warn('A live refresh was interrupted; it may be requested again.', cause);
    } finally {
      await store.release(key, holder).catch(() => undefined);
    }
  });
}

// Flinks' own limit, and time for the answer to travel.
const longestRefresh = ({ clock, timing }: ServerContext): number =>
  clock.now() + timing.syncHoldMs + fixedTiming.leaseMarginMs;

/** Whether the last live refresh is too recent for another one. */
const isCoolingDown = ({ clock, timing }: ServerContext, { lastLiveRefreshAt }: ConnectionRecord): boolean =>
  lastLiveRefreshAt !== null && clock.now() - lastLiveRefreshAt < timing.refreshCooldownMs;

async function refresh(context: ServerContext, connectionId: string): Promise<void> {
  const { clock } = context;
  const connection = await context.connections.get(connectionId);
  if (connection?.refresh.status === 'background') {
    const result = await pollInBackground(context, connection, connection.refresh);
    if (result !== 'in-progress') await record(context, connection, result);
    return;
  }
  if (connection === null || isCoolingDown(context, connection)) return;
  if (!isVerified(connection)) return askAgain(context, connection);
  // Written before the call: a crash in the middle must not pay for the same refresh twice, and the refresh may be
  // what moves LastRefresh, whatever becomes of our call.
  const started = await context.connections.update(connectionId, (current) =>
    // Since the read another user's link may have put the login in doubt: then no refresh may confirm it.
    isVerified(current)
      ? {
          ...current,
          lastLiveRefreshAt: clock.now(),
          liveRefreshes: [
            ...recent(context, current.liveRefreshes),
            { startedAt: clock.now(), endedAt: null },
          ],
          refresh: { status: 'running', refreshingUntil: longestRefresh(context) },
        }
      : current,
  );
  if (started === null || !isVerified(started)) return;
  const { login, language } = started;
  const call = context.refreshesInBackground
    ? startInBackground(context, started)
    : context.flinks.authorize({ login, live: true, language });
  const result = await call.catch((cause: unknown) => {
    if (!(cause instanceof FlinksKitError)) throw cause;
    context.warn('Flinks could not be asked for a live refresh.', cause);
    return null;
  });
  if (result !== 'in-progress') await record(context, started, result);
}

/** A session can be linked for hours, so every refresh since then may matter (see `judgeLogin`). */
function recent(
  { clock, timing }: ServerContext,
  refreshes: readonly LiveRefreshRecord[],
): readonly LiveRefreshRecord[] {
  const since = clock.now() - timing.lateLinkMs - timing.processingMs - timing.syncHoldMs - timing.skewMs;
  return refreshes.filter(({ startedAt, endedAt }) => (endedAt ?? startedAt) > since);
}

/**
 * A live refresh of ours would move LastRefresh, and so confirm a login that is not known to be this user's. Flinks'
 * stored data is asked for again instead, without the bank.
 */
async function askAgain(context: ServerContext, connection: ConnectionRecord): Promise<void> {
  if (connection.verification.status === 'rejected') return;
  await startCollection(context, connection, null);
  await context.connections.update(connection.id, (current) => ({
    ...current,
    lastLiveRefreshAt: context.clock.now(),
    health: { status: 'pending', flinksCode: null },
  }));
}

/** Stores the result of a refresh in the connection, as it was when the refresh was last read or written. */
async function record(
  context: ServerContext,
  connection: ConnectionRecord,
  answer: FlinksAnswer | null,
): Promise<void> {
  const { clock, timing } = context;
  const { id: connectionId } = connection;
  const { requestId = null, kind = null } = answer ?? {};
  const isChallenge = kind === 'challenge' && requestId !== null;
  let isCurrent = false;
  const updated = await context.connections.update(connectionId, (current) => {
    // Without a final answer Flinks may still be at the bank.
    const liveRefreshes =
      answer === null || kind === 'pending'
        ? current.liveRefreshes
        : endLast(current.liveRefreshes, clock.now());
    // The user signed in again meanwhile, or the login is in doubt: the result of this refresh is older than that.
    isCurrent = isUnderWay(current, connection);
    if (!isCurrent) return { ...current, liveRefreshes };
    return {
      ...current,
      liveRefreshes,
      // Without an answer no refresh counts: it may be requested again at once.
      lastLiveRefreshAt: answer === null ? null : current.lastLiveRefreshAt,
      refresh: isChallenge
        ? { status: 'challenge', requestId, until: clock.now() + timing.mfaMs }
        : { status: 'idle' },
      lastRefreshAt: answer?.login?.lastRefreshAt ?? current.lastRefreshAt,
      health: answer === null ? { status: 'unavailable', flinksCode: null } : healthAfterAuthorize(answer),
    };
  });
  if (updated === null || !isCurrent || answer === null) return;
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

function endLast(refreshes: readonly LiveRefreshRecord[], now: number): readonly LiveRefreshRecord[] {
  const last = refreshes.at(-1);
  return last === undefined
    ? refreshes
    : [...refreshes.slice(0, -1), { ...last, endedAt: last.endedAt ?? now }];
}

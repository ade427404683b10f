import type { ConnectionHealth } from '@flinks-kit/core';
import { healthAfterAuthorize, healthOfCode } from '../connections/healthAfterAuthorize.ts';
import { judgeFreshness } from '../connections/judgeFreshness.ts';
import { nameInstitution } from '../connections/nameInstitution.ts';
import type { FlinksAnswer } from '../flinks/FlinksAnswer.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import type { CollectionRecord, ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { PhaseOutcome } from './runPhase.ts';

/** Stores what one step of a collection came to, in the collection and in its connection. */
export async function applyStep(
  context: ServerContext,
  connection: ConnectionRecord,
  collection: CollectionRecord,
  { answer, change, signed = false }: PhaseOutcome,
): Promise<void> {
  if (isSomebodyElses(context, connection, answer)) return dropData(context, connection);
  const next = await context.collections.update(collection.id, (current) =>
    // A refresh or a webhook began anew meanwhile: what this step brought is older.
    current.run === collection.run ? { ...current, ...change } : current,
  );
  const mine = [collection.run, change.run];
  if (next === null || !mine.includes(next.run)) return;

  const before = connection.health.status;
  const touched = collection.phase === 'authorize' && tellsOfLogin(answer);
  const updated = await context.connections.update(connection.id, (current) => ({
    ...current,
    ...factsOf(current, answer),
    ...(isProof(context, current, answer, signed) ? { provisional: false } : {}),
    ...(touched ? { touchedAt: context.clock.now() } : {}),
    accountsCount: next.accounts?.length ?? current.accountsCount,
    health: healthOf(next, answer) ?? current.health,
  }));
  if (updated === null) return;
  const { userId, id, health } = updated;
  if (health.status === 'needs-user' && before !== 'needs-user') {
    context.emit({ type: 'needs-user', userId, connectionId: id, flinksCode: health.flinksCode });
  }
  nameInstitution(context, updated);
}

/** Whether Flinks spoke of the login at all: a throttled call, or one that failed by itself, did not reach it. */
function tellsOfLogin(answer: FlinksAnswer | null): boolean {
  if (answer === null) return false;
  // A replay of the last refresh carries a RequestId, whatever its code (docs/flinks/api.md 2.2).
  return (
    answer.kind !== 'refused' ||
    answer.requestId !== null ||
    judgeFlinksCode(answer.flinksCode) === 'needs-user'
  );
}

function healthOf(collection: CollectionRecord, answer: FlinksAnswer | null): ConnectionHealth | null {
  const { phase, flinksCode } = collection;
  if (phase === 'stopped') {
    return answer?.kind === 'challenge' ? { status: 'needs-user', flinksCode } : healthOfCode(flinksCode);
  }
  // The data is older than the refresh that failed: it is shown, and the failure stays to be mended.
  if (phase === 'ready') return flinksCode === null ? { status: 'ok', flinksCode } : healthOfCode(flinksCode);
  if (phase === 'summary') return healthAfterAuthorize(answer);
  return null;
}

function factsOf(connection: ConnectionRecord, answer: FlinksAnswer | null): Partial<ConnectionRecord> {
  if (answer === null) return {};
  const { institution, institutionId, login } = answer;
  return {
    ...(institution === null ? {} : { institution }),
    ...(institutionId === null ? {} : { institutionId }),
    ...(login === null
      ? {}
      : {
          lastRefreshAt: login.lastRefreshAt ?? connection.lastRefreshAt,
          nightlyRefresh: login.nightlyRefresh ?? connection.nightlyRefresh,
          // Told for the first time: it is as the person left it in the widget.
          wantsNightlyRefresh:
            connection.nightlyRefresh === null
              ? (login.nightlyRefresh ?? connection.wantsNightlyRefresh)
              : connection.wantsNightlyRefresh,
        }),
  };
}

/** Whether an answer proves that the login was made in the session that brought it. */
function isProof(
  { timing, freshness }: ServerContext,
  connection: ConnectionRecord,
  answer: FlinksAnswer | null,
  signed: boolean,
): boolean {
  if (answer === null || judgeFreshness(timing, connection, answer) !== 'fresh') return false;
  if (freshness !== 'webhook') return true;
  const { Tag: tag } = answer.body;
  return signed && (typeof tag !== 'string' || tag === connection.sessionTag);
}

/** A provisional login that turns out to be older than its session is refused after the fact. */
function isSomebodyElses(
  context: ServerContext,
  connection: ConnectionRecord,
  answer: FlinksAnswer | null,
): boolean {
  if (!connection.provisional || answer === null || context.freshness === 'audit') return false;
  return judgeFreshness(context.timing, connection, answer) === 'stale';
}

async function dropData(context: ServerContext, { id, userId }: ConnectionRecord): Promise<void> {
  context.audit(userId, 'login-not-fresh', { connectionId: id });
  await context.collections.update(id, (current) => ({
    ...current,
    phase: 'stopped',
    requestId: null,
    summary: null,
    accounts: null,
    complete: false,
    flinksCode: null,
  }));
  await context.connections.update(id, (current) => ({
    ...current,
    refused: true,
    accountsCount: null,
    health: { status: 'needs-user', flinksCode: null },
  }));
}

import { FlinksKitError } from '@flinks-kit/core';
import { collectAccounts } from '../accounts/collectAccounts.ts';
import { startCollection } from '../accounts/startCollection.ts';
import { settleLink } from '../connections/settleLink.ts';
import type { ServerContext } from '../ServerContext.ts';
import { applyWebhook } from '../webhook/applyWebhook.ts';
import { finishRemoval } from './finishRemoval.ts';

/**
 * Finishes what was interrupted, and forgets what is due: call it from a timer, every few minutes, in any number of
 * processes (one at a time does the work). Links that were begun, cards still to be deleted, nightly refreshes that
 * need a cached call, rows past their retention, rows sealed by an older key.
 */
export async function maintain(context: ServerContext): Promise<MaintenanceReport> {
  const { store, clock } = context;
  const holder = context.newId();
  const now = clock.now();
  const report = { ...nothingDone };
  if (!(await store.lease({ key: 'maintain', holder, now, until: now + 10 * 60_000 }))) return report;
  try {
    for (const [name, job] of jobs) {
      // One job that fails must not keep the others from their work, at this run and at every next.
      report[name] = await job(context).catch((cause: unknown) => {
        context.warn(
          'A part of the maintenance failed; the rest went on, and it is tried again next time.',
          cause,
        );
        return 0;
      });
    }
    return report;
  } finally {
    await store.release('maintain', holder);
  }
}

/** What one run of `maintain()` did. All zero also when another process was at it. */
export interface MaintenanceReport {
  readonly linksFinished: number;
  readonly removalsFinished: number;
  readonly webhooksFinished: number;
  readonly refreshesKept: number;
  readonly rowsPurged: number;
  readonly rowsResealed: number;
}

const nothingDone = {
  linksFinished: 0,
  removalsFinished: 0,
  webhooksFinished: 0,
  refreshesKept: 0,
  rowsPurged: 0,
  rowsResealed: 0,
};

const jobs: readonly (readonly [keyof MaintenanceReport, (context: ServerContext) => Promise<number>])[] = [
  ['removalsFinished', finishRemovals],
  ['linksFinished', finishLinks],
  ['webhooksFinished', finishWebhooks],
  ['refreshesKept', keepNightlyRefreshes],
  ['rowsPurged', purge],
  ['rowsResealed', reseal],
];

const batch = 200;

async function finishRemovals(context: ServerContext): Promise<number> {
  const due = await context.tombstones.list({ dueBefore: context.clock.now() + 1, limit: batch });
  let finished = 0;
  for (const tombstone of due) {
    if (tombstone.status !== 'deleting') continue;
    const { status } = await finishRemoval(context, tombstone);
    if (status !== 'deleting') finished += 1;
  }
  return finished;
}

async function finishLinks(context: ServerContext): Promise<number> {
  const due = await context.sessions.list({ dueBefore: context.clock.now() + 1, limit: batch });
  let finished = 0;
  for (const session of due) {
    if (session.standing.status !== 'linking') continue;
    try {
      await context.links(session.id, () => settleLink(context, session));
      finished += 1;
    } catch (error) {
      if (!(error instanceof FlinksKitError)) throw error;
      // A link that is refused is finished, too: its session says so. One that waits for its login is not.
      if (!error.retry) finished += 1;
    }
  }
  return finished;
}

async function finishWebhooks(context: ServerContext): Promise<number> {
  const due = await context.inbox.list({ dueBefore: context.clock.now() + 1, limit: batch });
  const waiting = due.filter(({ body }) => body !== null);
  let finished = 0;
  for (const letter of waiting) {
    try {
      await applyWebhook(context, letter);
      finished += 1;
    } catch (cause) {
      context.warn('A stored webhook could not be applied; it is tried again next time.', cause);
    }
  }
  return finished;
}

async function keepNightlyRefreshes(context: ServerContext): Promise<number> {
  const due = await context.connections.list({ dueBefore: context.clock.now() + 1, limit: batch });
  for (const connection of due) {
    await startCollection(context, connection, null);
    await collectAccounts(context, connection.id);
    await context.connections.update(connection.id, (current) => ({
      ...current,
      touchedAt: context.clock.now(),
    }));
  }
  return due.length;
}

async function purge(context: ServerContext): Promise<number> {
  const due = { dueBefore: context.clock.now() + 1, limit: batch };
  let purged = 0;
  for (const { id, standing } of await context.sessions.list(due)) {
    if (standing.status === 'linking') continue;
    await context.sessions.remove(id);
    purged += 1;
  }
  for (const { id, body } of await context.inbox.list(due)) {
    if (body !== null) continue;
    await context.inbox.remove(id);
    purged += 1;
  }
  for (const { id } of await context.returns.list(due)) {
    await context.returns.remove(id);
    purged += 1;
  }
  for (const { id, status } of await context.tombstones.list(due)) {
    if (status === 'deleting') continue;
    await context.tombstones.remove(id);
    purged += 1;
  }
  return purged;
}

async function reseal(context: ServerContext): Promise<number> {
  if (!context.vault.isRotating) return 0;
  const kinds = [
    context.connections,
    context.collections,
    context.owners,
    context.sessions,
    context.returns,
    context.tombstones,
    context.inbox,
  ];
  let resealed = 0;
  for (const records of kinds) resealed += await records.reseal();
  return resealed;
}

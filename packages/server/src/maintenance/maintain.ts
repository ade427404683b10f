import type { ServerContext } from '../context/ServerContext.ts';
import { finishDeletions, finishLinks, finishRefreshes, finishWebhooks } from './finishInterrupted.ts';
import { expireUnverified } from '../deletion/expireUnverified.ts';
import { syncNightlyStatus } from '../refresh/syncNightlyStatus.ts';
import { endUnusedRefreshes, keepNightlyRefreshes } from '../refresh/nightlyRefreshes.ts';
import type { MaintenanceTally } from '../store/forEachDue.ts';
import { noteRun } from './maintenanceRuns.ts';
import { purge } from './purge.ts';
import { reseal } from './reseal.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Finishes what was interrupted, and forgets what is due: call it from a timer, every few minutes, in any number of
 * processes (one at a time does the work). Links that were begun, cards still to be deleted, nightly refreshes that
 * no user needs or that need a cached call, rows past their retention, rows sealed by an older key.
 */
export async function maintain(context: ServerContext): Promise<MaintenanceReport> {
  const { store, clock } = context;
  const holder = context.newId();
  const report = { ...nothingDone };
  const lease = () => {
    const now = clock.now();
    const until = now + 2 * fixedTiming.longestJobMs;
    return store.lease({ key: 'maintain', holder, now, until, latestUntil: until });
  };
  const ran = await lease();
  if (!ran) return { ...report, ran, failed: [], unreadable: 0 };
  const failed = new Set<MaintenanceJob>();
  const unreadable = new Set<string>();
  try {
    await noteRun(context);
    for (const [name, job] of jobs) {
      const noteFailure = (cause: unknown): void => {
        context.warn(
          'A part of the maintenance failed; the rest went on, and it is tried again next time.',
          cause,
        );
        failed.add(name);
      };
      const noteUnreadable: MaintenanceTally['noteUnreadable'] = ({ kind, id }) =>
        unreadable.add(`${kind}:${id}`);
      // One job that fails must not keep the others from their work, at this run and at every next.
      report[name] = await job(context, { noteFailure, noteUnreadable }).catch((cause: unknown) => {
        noteFailure(cause);
        return 0;
      });
      // Another process took over from one that stood still.
      if (!(await lease())) break;
    }
    if (unreadable.size > 0) {
      context.warn(
        `${unreadable.size} stored rows cannot be opened: they were altered, or sealed by a key that is not in encryption.keys. If a key was removed too early, put it back at the end of the list.`,
      );
    }
    return { ...report, ran, failed: [...failed], unreadable: unreadable.size };
  } finally {
    await store.release('maintain', holder);
  }
}

/** What one run of `maintain()` did: how many of each. */
export interface MaintenanceReport extends Readonly<Record<MaintenanceJob, number>> {
  /** `false` when another process was at it, and nothing was done here. */
  readonly ran: boolean;
  /** What could not be done, and is tried again next time; the reasons went to `onWarning`. */
  readonly failed: readonly MaintenanceJob[];
  /**
   * Rows that were due and cannot be opened: altered, or sealed by a key that is not in `encryption.keys`. They stop no
   * other work. While keys rotate all rows are looked at, also those that are not due.
   */
  readonly unreadable: number;
}

/** What `maintain()` does. */
export type MaintenanceJob = keyof typeof nothingDone;

const nothingDone = {
  /** Deletions that Flinks had not confirmed yet. */
  deletionsFinished: 0,
  /** Links that were begun and interrupted. */
  linksFinished: 0,
  /** Deliveries that were stored and not applied. */
  webhooksFinished: 0,
  /** Background refreshes that ended. */
  refreshesFinished: 0,
  /** Connections that were not verified within 24 hours. Their cards at Flinks stay. */
  unverifiedExpired: 0,
  /** Connections whose nightly refresh failed, as Flinks reported. */
  nightlyFailuresFound: 0,
  /** Nightly refreshes switched off, since the connection was not used for long. */
  refreshesEnded: 0,
  /** Logins that Flinks was asked for, so that their nightly refresh goes on. */
  refreshesKept: 0,
  /** Rows past their retention. */
  rowsPurged: 0,
  /** Rows brought under the newest key. 0 of a run with nothing `failed`: the older keys may go. */
  rowsResealed: 0,
};

const jobs: readonly (readonly [
  MaintenanceJob,
  (context: ServerContext, tally: MaintenanceTally) => Promise<number>,
])[] = [
  ['deletionsFinished', finishDeletions],
  ['linksFinished', finishLinks],
  ['webhooksFinished', finishWebhooks],
  ['refreshesFinished', finishRefreshes],
  ['unverifiedExpired', expireUnverified],
  ['nightlyFailuresFound', syncNightlyStatus],
  ['refreshesEnded', endUnusedRefreshes],
  ['refreshesKept', keepNightlyRefreshes],
  ['rowsPurged', purge],
  ['rowsResealed', reseal],
];

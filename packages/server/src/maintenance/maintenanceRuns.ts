import type { ServerContext } from '../context/ServerContext.ts';
import type { MaintenanceRun } from '../store/records.ts';

/** Notes that `maintain()` runs in this process, so that `checkSetup()` of any process can report it. */
export async function noteRun({ maintenance, vault, clock }: ServerContext): Promise<void> {
  const run: MaintenanceRun = { at: clock.now(), keyIds: await vault.keyIds() };
  const first = { id, runs: [run] };
  if (await maintenance.insert(first)) return;
  await maintenance.update(id, (current) => ({ ...current, runs: [run, ...othersOf(current.runs, run)] }));
}

/**
 * The last run of each order of keys, the newest first; none when `maintain()` never ran on this store. Rejects with
 * `sealed-unreadable` when the last run was of a process with other keys.
 */
export async function readRuns({ maintenance }: ServerContext): Promise<readonly MaintenanceRun[]> {
  return (await maintenance.getOrThrow(id))?.runs ?? [];
}

/** Whether two processes list the same keys in the same order. */
export const hasSameKeys = (a: readonly string[], b: readonly string[]): boolean =>
  a.join(' ') === b.join(' ');

// A few are enough to see that two orders are in use at once.
const othersOf = (runs: readonly MaintenanceRun[], run: MaintenanceRun): readonly MaintenanceRun[] =>
  runs.filter(({ keyIds }) => !hasSameKeys(keyIds, run.keyIds)).slice(0, 3);

const id = 'runs';

import { FlinksKitError } from '@flinks-kit/core';
import { moveOwners } from '../connections/owners.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { MaintenanceTally } from '../store/forEachDue.ts';
import { readRuns } from './maintenanceRuns.ts';
import { fixedTiming } from '../common/timing.ts';

/**
 * Brings every row under the newest key: what is sealed is sealed again, and what is found by a keyed hash gets a
 * new one, so that nothing needs the older keys any more. Answers how many rows were changed.
 */
export async function reseal(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  if (!context.vault.isRotating) return 0;
  await refuseUnknownKey(context);
  const kinds = [
    context.connections,
    context.collections,
    context.sessions,
    context.returns,
    context.tombstones,
    context.inbox,
    context.attempts,
    context.identityKeys,
    context.institutionsList,
  ];
  let changed = await moveIndexes(context, tally);
  for (const records of kinds) changed += await records.reseal(tally.noteUnreadable);
  return changed;
}

async function moveIndexes(context: ServerContext, tally: MaintenanceTally): Promise<number> {
  let moved = 0;
  for await (const { id, login, loginKey } of context.connections.each({}, tally.noteUnreadable)) {
    const [newest = loginKey] = await context.vault.fingerprints(login.reveal());
    if (newest === loginKey) continue;
    await context.connections.update(id, (current) => ({ ...current, loginKey: newest }));
    moved += 1;
  }
  return moved + (await moveOwners(context));
}

/**
 * A process that does not have the newest key yet would find no row any more: it would make second connections, and
 * delete cards at Flinks that other users need.
 */
async function refuseUnknownKey(context: ServerContext): Promise<void> {
  const [newest = ''] = await context.vault.keyIds();
  const since = context.clock.now() - fixedTiming.recentRunMs;
  const runs = await readRuns(context);
  if (!runs.some(({ at, keyIds }) => at > since && !keyIds.includes(newest))) return;
  throw new FlinksKitError(
    'Another process ran maintain() in the last hour without the newest encryption key, so rows keep their older key. Put the new key last in encryption.keys of every process and deploy, then put it first.',
    { code: 'encryption-unusable' },
  );
}

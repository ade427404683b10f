import { moveOwner } from '../connections/owners.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * Brings every row under the newest key: what is sealed is sealed again, and what is found by a keyed hash gets a
 * new one, so that nothing needs the older keys any more. Answers how many rows were changed.
 */
export async function reseal(context: ServerContext): Promise<number> {
  if (!context.vault.isRotating) return 0;
  const kinds = [
    context.connections,
    context.collections,
    context.owners,
    context.sessions,
    context.returns,
    context.tombstones,
    context.inbox,
    context.attempts,
  ];
  let changed = await moveIndexes(context);
  for (const records of kinds) changed += await records.reseal();
  return changed;
}

async function moveIndexes(context: ServerContext): Promise<number> {
  let moved = 0;
  for await (const { id, userId, login, loginKey } of context.connections.each({})) {
    const [newest = loginKey] = await context.vault.fingerprints(login.reveal());
    if (newest === loginKey) continue;
    await moveOwner(context, userId, login, id);
    await context.connections.update(id, (current) => ({ ...current, loginKey: newest }));
    moved += 1;
  }
  return moved;
}

import type { ServerContext } from '../context/ServerContext.ts';

/** Forgets what is past its retention, a page of each kind at a time. Answers how many rows went. */
export async function purge(context: ServerContext): Promise<number> {
  const due = { dueBefore: context.clock.now() + 1, limit: 200 };
  let purged = 0;
  for (const { id, status } of await context.sessions.list(due)) {
    if (status.status === 'linking') continue;
    await context.sessions.remove(id);
    purged += 1;
  }
  for (const { id, body } of await context.inbox.list(due)) {
    if (body !== null) continue;
    await context.inbox.remove(id);
    purged += 1;
  }
  for (const { id } of await context.attempts.list(due)) {
    await context.attempts.remove(id);
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

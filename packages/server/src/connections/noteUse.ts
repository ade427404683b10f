import type { ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/** Notes that somebody uses a connection, to the day: what nobody uses need not be refreshed every night. */
export async function noteUse(context: ServerContext, { id, usedAt }: ConnectionRecord): Promise<void> {
  const now = context.clock.now();
  if (now - usedAt < day) return;
  await context.connections.update(id, (current) => ({ ...current, usedAt: now }));
}

const day = 24 * 60 * 60_000;

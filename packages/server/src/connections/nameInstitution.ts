import type { ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/** Gives a connection its bank's name for people, behind the back of whoever is served: nobody waits for a courtesy. */
export function nameInstitution(context: ServerContext, connection: ConnectionRecord): void {
  const { id, institutionId, institutionName, language } = connection;
  if (institutionId === null || institutionName !== null) return;
  const naming = async (): Promise<void> => {
    const name = await context.institutionNames(institutionId, language);
    if (name === null) return;
    await context.connections.update(id, (current) => ({ ...current, institutionName: name }));
  };
  const named = naming().catch((cause: unknown) => {
    context.warn('A bank’s name could not be kept with its connection; the next look tries again.', cause);
  });
  context.waitUntil(named);
}

import { visitBank } from '../care/visitBank.ts';
import { nameInstitution } from '../connections/nameInstitution.ts';
import type { ConnectionRecord } from '../records/connectionRecord.ts';
import type { ServerContext } from '../ServerContext.ts';
import { collectAccounts } from './collectAccounts.ts';

/** Goes on with a collection; resolves when it has come as far as it can now. */
export function nudgeCollection(context: ServerContext, connectionId: string): Promise<void> {
  const work = context.collecting(connectionId, () => collectAccounts(context, connectionId));
  context.waitUntil(work);
  return work;
}

/**
 * Goes on behind the back of somebody who looks at a connection that is being updated: a page that shows no accounts
 * would otherwise see it under way for ever.
 */
export function nudgeWhatIsUnderWay(context: ServerContext, connection: ConnectionRecord): void {
  const { id, health, visit } = connection;
  if (visit !== null) context.waitUntil(visitBank(context, id));
  if (health.status === 'pending') void nudgeCollection(context, id);
  nameInstitution(context, connection);
}

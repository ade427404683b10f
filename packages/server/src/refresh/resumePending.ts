import { resumeCollection } from '../collection/resumeCollection.ts';
import { nameInstitution } from '../connections/nameInstitution.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { ConnectionRecord } from '../store/records.ts';
import { liveRefresh } from './liveRefresh.ts';

/** Resumes a pending refresh or collection in the background, so that polling a connection makes progress. */
export function resumePending(context: ServerContext, connection: ConnectionRecord): void {
  const { id, health, visit } = connection;
  if (visit !== null) context.waitUntil(liveRefresh(context, id));
  if (health.status === 'pending') void resumeCollection(context, id);
  nameInstitution(context, connection);
}

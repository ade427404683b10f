import { resumeCollection } from '../collection/collectAccounts.ts';
import { nameInstitution } from '../connections/connections.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { ConnectionRecord } from '../store/records.ts';
import { liveRefresh } from './liveRefresh.ts';

/** Resumes a pending refresh or collection in the background, so that polling a connection makes progress. */
export function resumePending(context: ServerContext, connection: ConnectionRecord): void {
  const { id, health, refresh, verification } = connection;
  if (refresh.status === 'background') context.waitUntil(liveRefresh(context, id));
  // An unverified login is judged again by the answer.
  if (health.status === 'pending' || verification.status === 'unverified') void resumeCollection(context, id);
  nameInstitution(context, connection);
}

import type { Connection } from '@flinks-kit/core';
import type { ConnectionRecord } from '../records/connectionRecord.ts';

/** What of a connection may leave the server: no id of Flinks, no user. */
export function toConnection(record: ConnectionRecord): Connection {
  return {
    id: record.id,
    institution: record.institution,
    createdAt: new Date(record.createdAt).toISOString(),
    lastRefresh: record.lastRefresh === null ? null : new Date(record.lastRefresh).toISOString(),
    accountsCount: record.accountsCount,
    scheduledRefresh: record.scheduledRefresh,
    provisional: record.provisional,
    health: record.health,
  };
}

import type { AccountsClient, ConnectionsClient, ConnectClient, ConnectReport } from '@flinks-kit/core';
import { type EftInstruction, getEftInstruction } from './accounts/getEftInstruction.ts';
import { readAccounts } from './accounts/readAccounts.ts';
import { refreshConnection } from './care/refreshConnection.ts';
import { deleteConnection } from './care/deleteConnection.ts';
import { setNightlyRefresh } from './care/setNightlyRefresh.ts';
import { getConnection } from './connections/getConnection.ts';
import { linkConnection } from './connections/linkConnection.ts';
import { listConnections } from './connections/listConnections.ts';
import type { ServerContext } from './ServerContext.ts';
import { getSession } from './sessions/getSession.ts';
import { openSession } from './sessions/openSession.ts';
import { saveReport } from './sessions/saveReport.ts';

/** Everything one user may do, with ownership enforced: a stranger's id is refused as one that does not exist. */
export function forUser(context: ServerContext, userId: string): UserFlinks {
  return {
    openSession: (asked) => openSession(context, userId, asked),
    getSession: (sessionId) => getSession(context, userId, sessionId),
    saveReport: (sessionId, report) => saveReport(context, userId, sessionId, report),
    linkConnection: (link) => linkConnection(context, userId, link),
    listConnections: () => listConnections(context, userId),
    getConnection: (connectionId) => getConnection(context, userId, connectionId),
    getAccounts: (connectionId) => readAccounts(context, userId, connectionId),
    refreshConnection: (connectionId) => refreshConnection(context, userId, connectionId),
    setNightlyRefresh: (connectionId, enabled) => setNightlyRefresh(context, userId, connectionId, enabled),
    deleteConnection: (connectionId) => deleteConnection(context, userId, connectionId),
    getEftInstruction: (connectionId, accountId) =>
      getEftInstruction(context, userId, connectionId, accountId),
  };
}

/** The same client that the browser has, for your own server code, and what only a server may ask. */
export interface UserFlinks
  extends Required<Omit<ConnectClient, 'sendReport'>>, AccountsClient, ConnectionsClient {
  saveReport(sessionId: string, report: ConnectReport): Promise<void>;
  /** Full numbers for a payment processor; see `EftInstruction`. */
  getEftInstruction(connectionId: string, accountId: string): Promise<EftInstruction>;
}

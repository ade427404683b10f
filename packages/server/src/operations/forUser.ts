import type {
  AccountsClient,
  Connection,
  ConnectionsClient,
  ConnectClient,
  ConnectReport,
  InstitutionsClient,
} from '@flinks-kit/core';
import { validate } from '../common/validate.ts';
import { type EftInstruction, type EftInstructionRequest, getEftInstruction } from './getEftInstruction.ts';
import { adoptLogin, type AdoptLoginRequest } from './adoptLogin.ts';
import { type AllUserAccounts, getAllAccounts } from './getAllAccounts.ts';
import { getAccounts } from './getAccounts.ts';
import { refreshConnection } from './refreshConnection.ts';
import { deleteConnection } from './deleteConnection.ts';
import { setNightlyRefresh } from './setNightlyRefresh.ts';
import { getConnection } from './getConnection.ts';
import { listInstitutions } from './listInstitutions.ts';
import { linkConnection } from './linkConnection.ts';
import { listConnections } from './listConnections.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { getSession } from './getSession.ts';
import { openSession } from './openSession.ts';
import {
  adoptLoginSchema,
  eftInstructionSchema,
  institutionsSchema,
  linkConnectionSchema,
  nightlyRefreshSchema,
  openSessionSchema,
  reportSchema,
  strictly,
} from './schemas.ts';
import { sendReport } from './sendReport.ts';

/**
 * Everything one user may do, with ownership enforced: another user's id is refused as one that does not exist. What is
 * given is checked as the body of a route is, and a field of another name is refused.
 */
export function forUser(context: ServerContext, userId: string): UserFlinks {
  return {
    userId,
    async openSession(asked) {
      validate(requests.openSession, asked);
      return openSession(context, userId, asked);
    },
    getSession: (sessionId) => getSession(context, userId, sessionId),
    async sendReport(sessionId, report) {
      await sendReport(context, userId, sessionId, validate(requests.sendReport, report));
    },
    linkConnection: async (link) => linkConnection(context, userId, validate(requests.linkConnection, link)),
    listConnections: () => listConnections(context, userId),
    getConnection: (connectionId) => getConnection(context, userId, connectionId),
    getAccounts: (connectionId) => getAccounts(context, userId, connectionId),
    refreshConnection: (connectionId) => refreshConnection(context, userId, connectionId),
    async setNightlyRefresh(connectionId, enabled) {
      validate(nightlyRefreshSchema, { enabled });
      return setNightlyRefresh(context, userId, connectionId, enabled);
    },
    listInstitutions: async (language) =>
      listInstitutions(context, validate(institutionsSchema, { language }).language),
    deleteConnection: (connectionId) => deleteConnection(context, userId, connectionId),
    getAllAccounts: () => getAllAccounts(context, userId),
    adoptLogin: async (request) => adoptLogin(context, userId, validate(requests.adoptLogin, request)),
    getEftInstruction: async (request) =>
      getEftInstruction(context, userId, validate(requests.getEftInstruction, request)),
  };
}

/** What the methods take that take an object. */
const requests = {
  openSession: strictly(openSessionSchema),
  sendReport: strictly(reportSchema),
  linkConnection: strictly(linkConnectionSchema),
  adoptLogin: strictly(adoptLoginSchema),
  getEftInstruction: strictly(eftInstructionSchema),
};

/** The same client that the browser has, for your own server code, and what only a server may ask. */
export interface UserFlinks
  extends Required<Omit<ConnectClient, 'sendReport'>>, AccountsClient, ConnectionsClient, InstitutionsClient {
  /** A part of the query keys, so that what a server prefetches is what the browser's client reads. */
  readonly userId: string;
  sendReport(sessionId: string, report: ConnectReport): Promise<void>;
  /** Full numbers for a payment processor; see `EftInstruction`. */
  getEftInstruction(request: EftInstructionRequest): Promise<EftInstruction>;
  /** The accounts of all connections, none twice. */
  getAllAccounts(): Promise<AllUserAccounts>;
  /**
   * Makes a connection of a login of another integration, on your app's word that it is this user's. Never call it with a
   * `LoginId` that a browser sent. `adoptLogins` does many.
   */
  adoptLogin(request: AdoptLoginRequest): Promise<Connection>;
}

import type { ConnectClient } from '../session/connectClient.ts';
import {
  isAccountsSnapshot,
  isConnection,
  isConnections,
  isDeletionOutcome,
  isInstitutions,
  isOpenedSession,
  isRefreshOutcome,
  isSessionStatus,
} from './answers.ts';
import { checkClientOptions } from './checkClientOptions.ts';
import type { AccountsClient, CacheOwner, ConnectionsClient, InstitutionsClient } from './flinksClient.ts';
import { createServerCalls } from './createServerCalls.ts';
import type { FetchHandler } from './flinksRoutes.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The client of our own server: every method is one request below `endpoint`. Methods reject with a
 * `FlinksKitError`, or with the reason of the signal when the caller aborted.
 *
 * @throws FlinksKitError (`invalid-option`) during development, with a sentence that states what to write.
 */
export function createFlinksClient(options: CreateFlinksClientOptions): HttpFlinksClient {
  if (process.env.NODE_ENV !== 'production') checkClientOptions(options);
  const { call, sendReport } = createServerCalls(options);
  return {
    scope: options.scope,
    // Without a user nothing is read: an id that got lost on the way must not share a cache with others.
    userId: options.userId ?? null,
    openSession: (body, given) => call('openSession', isOpenedSession, { ...given, body }),
    getSession: (id, given) => call('getSession', isSessionStatus, { ...given, id }),
    linkConnection: (body, given) => call('linkConnection', isConnection, { ...given, body }),
    listConnections: (given) => call('listConnections', isConnections, given),
    getConnection: (id, given) => call('getConnection', isConnection, { ...given, id }),
    getAccounts: (id, given) => call('getAccounts', isAccountsSnapshot, { ...given, id }),
    refreshConnection: (id, given) => call('refreshConnection', isRefreshOutcome, { ...given, id, body: {} }),
    setNightlyRefresh: (id, enabled, given) =>
      call('setNightlyRefresh', isConnection, { ...given, id, body: { enabled } }),
    listInstitutions: (language, given) =>
      call('listInstitutions', isInstitutions, { ...given, query: `?language=${language}` }),
    deleteConnection: (id, given) => call('deleteConnection', isDeletionOutcome, { ...given, id }),
    sendReport(id, body) {
      sendReport(id, body).catch(() => undefined);
    },
  };
}

/** Where our server answers, and how to get there. */
export interface CreateFlinksClientOptions {
  /** The server's `endpoint`: a path of this origin (`/api/flinks`) or a whole address. */
  readonly endpoint: string;
  /** Makes the request; the platform's `fetch` unless given. */
  readonly fetch?: FetchHandler | undefined;
  /** The signed-in user, so that two users of one tab share no cache; `null` while no user is signed in. */
  readonly userId: string | null;
  /** Separates two back ends on one page; never derived from `endpoint`, which a server that renders does not share. */
  readonly scope?: string | undefined;
  /** `'include'` when the server is on another origin and reads a cookie; `'same-origin'` unless given. */
  readonly credentials?: RequestCredentials | undefined;
}

/** A `FlinksClient` with every method. */
export type HttpFlinksClient = CacheOwner & { readonly userId: string | null } & Required<ConnectClient> &
  AccountsClient &
  ConnectionsClient &
  InstitutionsClient;

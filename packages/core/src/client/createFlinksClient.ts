import type { ConnectClient } from '../session/connectClient.ts';
import {
  isAccountsSnapshot,
  isAnything,
  isConnection,
  isConnections,
  isDeletionOutcome,
  isOpenedSession,
  isRefreshOutcome,
  isSessionStatus,
} from './answers.ts';
import { callServer, sendBeacon, type ServerCall } from './callServer.ts';
import { checkClientOptions } from './checkClientOptions.ts';
import type { AccountsClient, CacheOwner, ConnectionsClient } from './flinksClient.ts';
import { type FetchHandler, flinksRoutes } from './flinksRoutes.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The client of our own server: every method is one request below `endpoint`. Methods reject with a
 * `FlinksKitError`, or with the reason of the signal when the caller aborted.
 *
 * @throws FlinksKitError (`invalid-option`) during development, with a sentence that says what to write.
 */
export function createFlinksClient(options: CreateFlinksClientOptions): HttpFlinksClient {
  if (process.env.NODE_ENV !== 'production') checkClientOptions(options);
  const { endpoint, credentials } = options;
  const call = <Answer>(
    request: Omit<ServerCall<Answer>, 'endpoint' | 'fetch' | 'credentials'>,
  ): Promise<Answer> =>
    callServer({ ...request, endpoint, credentials, fetch: options.fetch ?? ((made) => fetch(made)) });
  const { getAccounts, getConnection, getSession, linkConnection, listConnections } = flinksRoutes;
  const { deleteConnection, openSession, refreshConnection, sendReport, setNightlyRefresh } = flinksRoutes;

  return {
    scope: options.scope,
    // Without a user nothing is read: an id that got lost on the way must not share a cache with others.
    userId: options.userId ?? null,
    openSession: (body, { signal } = {}) =>
      call({ route: openSession, body, signal, isAnswer: isOpenedSession }),
    getSession: (id, { signal } = {}) => call({ route: getSession, id, signal, isAnswer: isSessionStatus }),
    linkConnection: (body, { signal } = {}) =>
      call({ route: linkConnection, body, signal, isAnswer: isConnection }),
    listConnections: ({ signal } = {}) => call({ route: listConnections, signal, isAnswer: isConnections }),
    getConnection: (id, { signal } = {}) =>
      call({ route: getConnection, id, signal, isAnswer: isConnection }),
    getAccounts: (id, { signal } = {}) =>
      call({ route: getAccounts, id, signal, isAnswer: isAccountsSnapshot }),
    refreshConnection: (id, { signal } = {}) =>
      call({ route: refreshConnection, id, body: {}, signal, isAnswer: isRefreshOutcome }),
    setNightlyRefresh: (id, enabled, { signal } = {}) =>
      call({ route: setNightlyRefresh, id, body: { enabled }, signal, isAnswer: isConnection }),
    deleteConnection: (id, { signal } = {}) =>
      call({ route: deleteConnection, id, signal, isAnswer: isDeletionOutcome }),
    sendReport(id, body) {
      const report = { route: sendReport, id, body };
      // An app's own fetch function may add headers that its server needs, and is what a test watches.
      if (!options.fetch && sendBeacon({ ...report, endpoint })) return;
      // A report is best effort: the page may be going away, so a failure is ignored.
      call({ ...report, keepalive: true, isAnswer: isAnything }).catch(() => undefined);
    },
  };
}

/** Where our server answers, and how to get there. */
export interface CreateFlinksClientOptions {
  /** The server's `endpoint`: a path of this origin (`/api/flinks`) or a whole address. */
  readonly endpoint: string;
  /** Makes the request; the platform's `fetch` unless given. */
  readonly fetch?: FetchHandler | undefined;
  /** The signed-in user, so that two users of one tab share no cache; `null` while nobody is signed in. */
  readonly userId: string | null;
  /** Separates two back ends on one page; never derived from `endpoint`, which a server that renders does not share. */
  readonly scope?: string | undefined;
  /** `'include'` when the server is on another origin and reads a cookie; `'same-origin'` unless given. */
  readonly credentials?: RequestCredentials | undefined;
}

/** A `FlinksClient` with every method. */
export type HttpFlinksClient = CacheOwner & { readonly userId: string | null } & Required<ConnectClient> &
  AccountsClient &
  ConnectionsClient;

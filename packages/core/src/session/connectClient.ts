import type { Connection } from '../connections/connection.ts';
import type { ConnectReport } from './report.ts';

/** The language of the widget, and of what Flinks asks the bank (docs/flinks/connect.md 3.2). */
export type ConnectLanguage = 'en' | 'fr';

/** What the browser may choose about a session. Everything else is the server's. */
export type OpenSessionRequest = {
  readonly language?: ConnectLanguage | undefined;
} & (NewConnectionRequest | ReconnectionRequest);

/** Makes a new connection. */
export interface NewConnectionRequest {
  /** Open this institution's credential page at once (docs/flinks/connect.md 3.1). */
  readonly institution?: string | undefined;
  readonly connectionId?: undefined;
  readonly chooseAccounts?: undefined;
}

/** Signs in again to a connection, which has its own institution. */
export interface ReconnectionRequest {
  readonly connectionId: string;
  /** Let the user choose again which of its accounts to share, after a sign-in at the bank. */
  readonly chooseAccounts?: boolean | undefined;
  readonly institution?: undefined;
}

/** An opened session: the address holds a single-use token, so it is for one loading of one frame. */
export interface OpenedSession {
  readonly connectUrl: string;
  readonly sessionId?: string | undefined;
  /** ISO 8601 in UTC. */
  readonly expiresAt?: string | undefined;
}

/** The data of the widget's `REDIRECT`, which goes to our server only. */
export interface LinkConnectionRequest {
  readonly sessionId?: string | undefined;
  readonly loginId: string;
  readonly accountIds: readonly string[];
  readonly requestId?: string | undefined;
  readonly tag?: string | undefined;
}

/** Options of every call. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** The two halves that `useFlinksConnect` needs. A team with its own back end writes these. */
export interface ConnectClient {
  openSession(request: OpenSessionRequest, options?: CallOptions): Promise<OpenedSession>;
  linkConnection(link: LinkConnectionRequest, options?: CallOptions): Promise<Connection>;
  /** The status of a session: for the page that a full redirect returns to, and for a tab that was left for another. */
  getSession?(sessionId: string, options?: CallOptions): Promise<SessionStatus>;
  /** Sends a report so that it survives the page. Never throws. */
  sendReport?(sessionId: string, report: ConnectReport): void;
}

/** A session's status on the server. */
export type SessionStatus =
  | { readonly status: 'open'; readonly expiresAt: string }
  /** A login came and is being stored: request it again in a moment. */
  | { readonly status: 'linking' }
  | { readonly status: 'connected'; readonly connection: Connection }
  | { readonly status: 'failed'; readonly code: string }
  | { readonly status: 'expired' };

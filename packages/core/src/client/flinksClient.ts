import type { AccountsSnapshot } from '../accounts/eft/connectedAccount.ts';
import type { Connection } from '../connections/connection.ts';
import type { Institution } from '../connections/institution.ts';
import type { CallOptions, ConnectClient, ConnectLanguage } from '../session/connectClient.ts';

/** What the query hooks read. */
export interface AccountsClient {
  listConnections(options?: CallOptions): Promise<readonly Connection[]>;
  getConnection(connectionId: string, options?: CallOptions): Promise<Connection>;
  getAccounts(connectionId: string, options?: CallOptions): Promise<AccountsSnapshot>;
}

/** The banks to choose from, before the widget is opened. */
export interface InstitutionsClient {
  /** In order of name. Rejects with `feature-off` where the server's option `institutions` is off. */
  listInstitutions(language: ConnectLanguage, options?: CallOptions): Promise<readonly Institution[]>;
}

/** Refreshing and deleting connections. */
export interface ConnectionsClient {
  refreshConnection(connectionId: string, options?: CallOptions): Promise<RefreshOutcome>;
  setNightlyRefresh(connectionId: string, enabled: boolean, options?: CallOptions): Promise<Connection>;
  deleteConnection(connectionId: string, options?: CallOptions): Promise<DeletionOutcome>;
}

/** The outcome of a refresh. `action-required`: only the user can continue, by `open({ connectionId })`. */
export interface RefreshOutcome {
  readonly status: 'pending' | 'done' | 'action-required';
  readonly connection: Connection;
  /** Milliseconds to wait before asking again; `null` when there is nothing to wait for. */
  readonly retryAfterMs: number | null;
}

/** The outcome of a deletion. `deleting`: deleted here, not yet at Flinks; `shared`: another user keeps the same login. */
export interface DeletionOutcome {
  readonly status: 'deleted' | 'deleting' | 'shared';
}

/** Whose data a client reads: parts of every cache key, never a credential. */
export interface CacheOwner {
  /** The user's id in the app; `null` is signed out. */
  readonly userId?: string | null | undefined;
  /** Separates two back ends on one page. */
  readonly scope?: string | undefined;
}

/** Everything the kit needs from a back end. A hook whose method is missing throws. */
export type FlinksClient = CacheOwner &
  ConnectClient &
  Partial<AccountsClient & ConnectionsClient & InstitutionsClient>;

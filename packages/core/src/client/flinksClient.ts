import type { AccountsSnapshot } from '../accounts/eft/connectedAccount.ts';
import type { Connection } from '../connections/connection.ts';
import type { CallOptions, ConnectClient } from '../session/connectClient.ts';

/** What the query hooks read. */
export interface AccountsClient {
  listConnections(options?: CallOptions): Promise<readonly Connection[]>;
  getConnection(connectionId: string, options?: CallOptions): Promise<Connection>;
  getAccounts(connectionId: string, options?: CallOptions): Promise<AccountsSnapshot>;
}

/** What keeps a connection healthy, and what ends it. */
export interface ConnectionsClient {
  refreshConnection(connectionId: string, options?: CallOptions): Promise<RefreshOutcome>;
  setNightlyRefresh(connectionId: string, enabled: boolean, options?: CallOptions): Promise<Connection>;
  deleteConnection(connectionId: string, options?: CallOptions): Promise<DeletionOutcome>;
}

/** What a refresh came to. `action-required`: only the person can go on, by `open({ connectionId })`. */
export interface RefreshOutcome {
  readonly status: 'pending' | 'done' | 'action-required';
  readonly connection: Connection;
  /** Milliseconds to wait before asking again; `null` when there is nothing to wait for. */
  readonly retryAfterMs: number | null;
}

/** What a deletion came to. `deleting`: gone here, Flinks is still to finish; `shared`: others keep the same login. */
export interface DeletionOutcome {
  readonly status: 'deleted' | 'deleting' | 'shared';
}

/**
 * Everything the kit asks of a back end. `scope` names whose data it is, so that two users or two endpoints never
 * share a cache. A hook whose method is missing says so.
 */
export type FlinksClient = { readonly scope?: string | undefined } & ConnectClient &
  Partial<AccountsClient & ConnectionsClient>;

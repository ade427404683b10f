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
 * Everything the kit requests of a back end. A hook whose method is missing throws an error that names it. `scope` and
 * `userId` are parts of cache keys and never credentials: the server believes its own `identify` alone.
 */
export type FlinksClient = {
  /** Separates two back ends on one page. */
  readonly scope?: string | undefined;
  /** Whose data the client reads, so that two users of one tab share no cache; `null` while nobody is signed in. */
  readonly userId?: string | null | undefined;
} & ConnectClient &
  Partial<AccountsClient & ConnectionsClient>;

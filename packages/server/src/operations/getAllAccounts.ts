import {
  type AccountsSnapshot,
  combineAccounts,
  type CombinedAccount,
  type Connection,
  FlinksKitError,
} from '@flinks-kit/core';
import type { ServerContext } from '../context/ServerContext.ts';
import { getAccounts } from './getAccounts.ts';
import { listConnections } from './listConnections.ts';

/**
 * The accounts of all connections of the user, none twice. One that cannot be read leaves the others usable: its `error`
 * is that of `getAccounts`.
 */
export async function getAllAccounts(context: ServerContext, userId: string): Promise<AllUserAccounts> {
  const connections = await Promise.all(
    (await listConnections(context, userId)).map((connection) => read(context, userId, connection)),
  );
  const snapshots = connections.flatMap(({ snapshot }) => snapshot ?? []);
  return { accounts: combineAccounts(snapshots), connections };
}

/** All accounts that a user shares. */
export interface AllUserAccounts {
  /** Each account once: `sumAccounts` over them counts no money twice. */
  readonly accounts: readonly CombinedAccount[];
  /** Oldest first. */
  readonly connections: readonly UserConnectionAccounts[];
}

/** One connection, and its accounts or why there are none. */
export type UserConnectionAccounts = { readonly connection: Connection } & (
  | { readonly snapshot: AccountsSnapshot; readonly error: null }
  | { readonly snapshot: null; readonly error: FlinksKitError }
);

async function read(
  context: ServerContext,
  userId: string,
  connection: Connection,
): Promise<UserConnectionAccounts> {
  try {
    return { connection, snapshot: await getAccounts(context, userId, connection.id), error: null };
  } catch (error) {
    if (!(error instanceof FlinksKitError)) throw error;
    return { connection, snapshot: null, error };
  }
}

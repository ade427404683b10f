import type { ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { Sealed } from '../crypto/Sealed.ts';
import type { OwnerRecord } from '../store/records.ts';
import { mostOwners } from './connections.ts';

/** The connection that this user already has for this login. */
export async function findOwner(
  context: ServerContext,
  userId: string,
  login: Sealed,
): Promise<string | null> {
  for (const { id } of await ownerRows(context, userId, login)) {
    const owner = await context.owners.get(id);
    if (owner !== null) return owner.connectionId;
  }
  return null;
}

/**
 * The one connection id of this user and login: a new one, or that of a faster concurrent caller. It is claimed under
 * every key, so that a process with other keys, or another order of them, finds the same.
 */
export async function claimOwner(context: ServerContext, userId: string, login: Sealed): Promise<string> {
  let connectionId = (await findByIndex(context, userId, login)) ?? context.newId();
  let isFirst = true;
  for (const row of await ownerRows(context, userId, login)) {
    connectionId = await claimRow(context, { ...row, connectionId }, isFirst);
    isFirst = false;
  }
  return connectionId;
}

/**
 * The connections of the login that do not open: sealed by a key which is not given here, of a process whose keys are
 * newer, or altered. Only their users are known. `open` are those that were read before.
 */
export async function hiddenOwners(
  context: ServerContext,
  login: Sealed,
  open: readonly Pick<ConnectionRecord, 'id'>[],
): Promise<readonly HiddenOwner[]> {
  const opened = new Set(open.map(({ id }) => id));
  const loginKeys = await context.vault.fingerprints(login.reveal());
  const hidden = new Map<string, HiddenOwner>();
  for await (const { connectionId } of context.owners.each({ loginKeys })) {
    if (opened.has(connectionId) || (await context.connections.get(connectionId)) !== null) continue;
    const row = await context.connections.peek(connectionId);
    if (row !== null) hidden.set(connectionId, { connectionId, userId: row.userId });
  }
  return [...hidden.values()];
}

/** A connection that cannot be opened here. */
export interface HiddenOwner {
  readonly connectionId: string;
  readonly userId: string | null;
}

/** Leaves one row of each claim, that of the newest key. Answers how many claims were not found by it before. */
export async function moveOwners(context: ServerContext): Promise<number> {
  const [newest] = await context.vault.keyIds();
  let moved = 0;
  for await (const owner of context.owners.each({})) {
    if (owner.keyId === newest) continue;
    const connection = await context.connections.get(owner.connectionId);
    if (connection !== null) {
      const rows = await ownerRows(context, connection.userId, connection.login);
      const row = rows.find(({ keyId }) => keyId === newest);
      if (row !== undefined && (await context.owners.insert({ ...row, connectionId: connection.id })))
        moved += 1;
    }
    await context.owners.remove(owner.id);
  }
  return moved;
}

/** Removes the connection's claim to the login. A claim of a connection that was linked again meanwhile stays. */
export async function removeOwner(
  context: ServerContext,
  userId: string,
  login: Sealed,
  connectionId: string,
): Promise<void> {
  for (const { id } of await ownerRows(context, userId, login)) {
    const owner = await context.owners.get(id);
    if (owner === null || owner.connectionId === connectionId) await context.owners.remove(id);
  }
}

/** Answers the connection id that the row holds afterwards. The first row decides between two callers. */
async function claimRow(context: ServerContext, claim: OwnerRecord, isFirst: boolean): Promise<string> {
  const { owners, tombstones } = context;
  while (!(await owners.insert(claim))) {
    const taken = await owners.get(claim.id);
    if (taken === null) continue;
    if (taken.connectionId === claim.connectionId) break;
    // Its deletion was interrupted: the id stays with the deleted connection, and the login gets a new one.
    if (isFirst && (await tombstones.peek(taken.connectionId)) === null) return taken.connectionId;
    await owners.update(claim.id, (current) => ({ ...current, connectionId: claim.connectionId }));
  }
  return claim.connectionId;
}

/** Where the owner row was lost or cannot be opened, the connection's own index still knows whose it is. */
async function findByIndex(context: ServerContext, userId: string, login: Sealed): Promise<string | null> {
  const loginKeys = await context.vault.fingerprints(login.reveal());
  for (const id of await context.connections.listIds({ userId, loginKeys, limit: mostOwners })) {
    const connection = await context.connections.get(id);
    // The index is not authenticated, the record is.
    const isOther =
      connection !== null && (connection.userId !== userId || connection.login.reveal() !== login.reveal());
    if (!isOther && (await context.tombstones.peek(id)) === null) return id;
  }
  return null;
}

// Keyed, so that a stolen database does not show who shares a bank with whom. One row per encryption key, sorted by
// id: processes that list the keys in another order claim them in the same one.
async function ownerRows(
  { vault }: ServerContext,
  userId: string,
  login: Sealed,
): Promise<readonly Omit<OwnerRecord, 'connectionId'>[]> {
  const keyIds = await vault.keyIds();
  const loginKeys = await vault.fingerprints(login.reveal());
  const ids = await vault.fingerprints(JSON.stringify(['owner', userId, login.reveal()]));
  return keyIds
    .map((keyId, at) => ({ id: ids[at] ?? '', loginKey: loginKeys[at] ?? '', keyId }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

import type { Sealed } from '../crypto/Sealed.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/** The connection that this user already has for this login. */
export async function findOwner(
  context: ServerContext,
  userId: string,
  login: Sealed,
): Promise<string | null> {
  for (const id of await ownerIds(context, userId, login)) {
    const owner = await context.owners.get(id);
    if (owner !== null) return owner.connectionId;
  }
  return null;
}

/** The one connection id of this user and login: a new one, or that of a faster concurrent caller. */
export async function claimOwner(context: ServerContext, userId: string, login: Sealed): Promise<string> {
  const [id = ''] = await ownerIds(context, userId, login);
  const connectionId = context.newId();
  if (await context.owners.insert({ id, connectionId })) return connectionId;
  const known = (await context.owners.get(id))?.connectionId;
  if (known === undefined) return claimOwner(context, userId, login);
  if ((await context.tombstones.get(known)) === null) return known;
  // Its deletion was interrupted: the id stays with the deleted connection, and the login gets a new one.
  await context.owners.remove(id);
  return claimOwner(context, userId, login);
}

/** Puts the claim under the newest key, so that it is found without the older ones. */
export async function moveOwner(
  context: ServerContext,
  userId: string,
  login: Sealed,
  connectionId: string,
): Promise<void> {
  const [newest = '', ...older] = await ownerIds(context, userId, login);
  await context.owners.insert({ id: newest, connectionId });
  for (const id of older) await context.owners.remove(id);
}

/** Removes the connection's claim to the login. A claim of a connection that was linked again meanwhile stays. */
export async function removeOwner(
  context: ServerContext,
  userId: string,
  login: Sealed,
  connectionId: string,
): Promise<void> {
  for (const id of await ownerIds(context, userId, login)) {
    if ((await context.owners.get(id))?.connectionId === connectionId) await context.owners.remove(id);
  }
}

// Keyed, so that a stolen database does not show who shares a bank with whom. One id per encryption key.
const ownerIds = (context: ServerContext, userId: string, login: Sealed) =>
  context.vault.fingerprints(JSON.stringify(['owner', userId, login.reveal()]));

import type { Sealed } from '../crypto/Sealed.ts';
import type { ServerContext } from '../ServerContext.ts';

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

/** The one connection id of this user and login: a new one, or that of whoever was faster. */
export async function claimOwner(context: ServerContext, userId: string, login: Sealed): Promise<string> {
  const [id = ''] = await ownerIds(context, userId, login);
  const connectionId = context.newId();
  if (await context.owners.insert({ id, connectionId })) return connectionId;
  return (await context.owners.get(id))?.connectionId ?? claimOwner(context, userId, login);
}

/** Forgets whose the login is. */
export async function removeOwner(context: ServerContext, userId: string, login: Sealed): Promise<void> {
  for (const id of await ownerIds(context, userId, login)) await context.owners.remove(id);
}

// Keyed, so that a stolen database does not tell who shares a bank with whom. One id per encryption key.
const ownerIds = (context: ServerContext, userId: string, login: Sealed) =>
  context.vault.fingerprints(JSON.stringify(['owner', userId, login.reveal()]));

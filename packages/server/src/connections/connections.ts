import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import type { ConnectionRecord, ListedAccount } from '../store/records.ts';
import { selectAccounts } from './selectAccounts.ts';
import { fixedTiming } from '../common/timing.ts';

/** The user's own connection. Another user's is refused as one that does not exist. */
export async function ownedConnection(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<ConnectionRecord> {
  const connection = await context.connections.get(connectionId);
  if (connection !== null && connection.userId === userId) return connection;
  // Its user learns that it is there, and can link the bank again or delete it.
  if (connection === null && (await context.connections.peek(connectionId))?.userId === userId) {
    await context.connections.getOrThrow(connectionId);
  }
  throw refusal('connection-not-found');
}

/**
 * Every user's connections to one login of Flinks, which is kept in lower case. However many: a thief with hundreds of
 * accounts must not push the owner out of the answer.
 */
export async function connectionsOfLogin(
  { vault, connections }: ServerContext,
  login: string,
): Promise<readonly ConnectionRecord[]> {
  const found: ConnectionRecord[] = [];
  for await (const connection of connections.each({ loginKeys: await vault.fingerprints(login) })) {
    found.push(connection);
  }
  return found;
}

/** Two or three people share a bank login. With so many users of it, one who is not verified is refused. */
export const mostOwners = 50;

/** The user's own connections that open, oldest first. */
export async function ownConnections(
  { connections }: ServerContext,
  userId: string,
): Promise<readonly ConnectionRecord[]> {
  const records = await connections.list({ userId, limit: mostListed });
  // The index is not authenticated, the record is: write access to the database can't move a row to a user.
  const own = records.filter((record) => record.userId === userId);
  return own.toSorted((one, other) => one.createdAt - other.createdAt);
}

// A bound, not a page: no user has this many banks, and an answer must not grow without end.
const mostListed = 500;

/** The accounts that a connection lists; `null` before they were read, and while the login is not verified. */
export function sharedAccounts(connection: ConnectionRecord): readonly ListedAccount[] | null {
  const { accounts, selection } = connection;
  // The selection may have become smaller since they were collected.
  return accounts !== null && isVerified(connection) ? selectAccounts(accounts, selection) : null;
}

/** Whether no account data of this connection may leave the server, since the login may be another user's. */
export const isWithheld = ({ verification }: ConnectionRecord): boolean =>
  verification.status === 'rejected' || (verification.status === 'unverified' && verification.withheld);

/** Whether the login is known to be this user's. */
export const isVerified = ({ verification }: ConnectionRecord): boolean => verification.status === 'verified';

/** Records, to the day, that the user uses a connection: an unused one needs no nightly refresh. */
export async function recordUse(context: ServerContext, { id, lastUsedAt }: ConnectionRecord): Promise<void> {
  const now = context.clock.now();
  if (now - lastUsedAt < fixedTiming.usePrecisionMs) return;
  await context.connections.update(id, (current) => ({ ...current, lastUsedAt: now }));
}

/** Adds the bank's display name to a connection, in the background: no response waits for it. */
export function nameInstitution(context: ServerContext, connection: ConnectionRecord): void {
  const { id, institutionId, institutionName, language } = connection;
  if (institutionId === null || institutionName !== null) return;
  const naming = async (): Promise<void> => {
    const name = await context.institutions.nameOf(institutionId, language);
    if (name === null) return;
    await context.connections.update(id, (current) => ({ ...current, institutionName: name }));
  };
  const named = naming().catch((cause: unknown) => {
    context.warn('A bank’s name could not be stored with its connection; the next read tries again.', cause);
  });
  context.waitUntil(named);
}

import type { Stage } from './startStage.ts';

/** Ann has one bank, verified and healthy, with all its accounts: everything a link is for. */
export async function isWhole({ clientOf }: Stage): Promise<boolean> {
  const client = clientOf('ann');
  const [connection, second] = await client.listConnections();
  if (connection === undefined || second !== undefined) return false;
  const snapshot = await client.getAccounts(connection.id).catch(() => null);
  const { verification, health } = await client.getConnection(connection.id);
  const complete = snapshot?.status === 'ready' && snapshot.accounts.length === 9;
  return complete && verification === 'verified' && health.status === 'ok';
}

/** Nine accounts can be read, whatever else is the matter. */
export async function hasAccounts({ clientOf }: Stage, connectionId: string): Promise<boolean> {
  return (await clientOf('ann').getAccounts(connectionId)).accounts.length === 9;
}

/** The login that was handed over is kept: as a connection, or in a session that is to be linked as soon as may be. */
export async function isReceived({ store, clock }: Stage): Promise<boolean> {
  const mine = { userId: 'ann', limit: 9 };
  const [connection] = await store.list({ ...mine, kind: 'connection' });
  const [session] = await store.list({ ...mine, kind: 'session', dueBefore: clock.now() + 1 });
  return connection !== undefined || session !== undefined;
}

/** Nothing of the bank is left here; only that it was deleted. */
export async function isGoneHere({ store, clientOf }: Stage): Promise<boolean> {
  if ((await clientOf('ann').listConnections()).length > 0) return false;
  const kinds = ['connection', 'collection', 'owner', 'session', 'inbox'] as const;
  const left = await Promise.all(kinds.map((kind) => store.list({ kind, limit: 9 })));
  return left.flat().length === 0;
}

/** Flinks has deleted the login: it is among the sandbox's saved logins no longer. */
export async function isGoneAtFlinks({ sandbox }: Stage): Promise<boolean> {
  return sandbox.logins().length === 0;
}

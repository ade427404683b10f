import type { ConnectionRecord } from '../store/records.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/** The user's own connection. A stranger's is refused as one that does not exist. */
export async function ownedConnection(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<ConnectionRecord> {
  const connection = await context.connections.get(connectionId);
  if (connection?.userId !== userId) throw refusal('connection-not-found');
  return connection;
}

import type { Connection } from '@flinks-kit/core';
import { resumePending } from '../refresh/resumePending.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { ownedConnection } from '../connections/connections.ts';
import { toConnection } from '../connections/toConnection.ts';

/** One connection of the user's, with its health. */
export async function getConnection(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<Connection> {
  const record = await ownedConnection(context, userId, connectionId);
  resumePending(context, record);
  return toConnection(context, record);
}

import type { Connection } from '@flinks-kit/core';
import { resumePending } from '../refresh/resumePending.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { ownConnections } from '../connections/connections.ts';
import { toConnection } from '../connections/toConnection.ts';

/** The user's connections, oldest first. */
export async function listConnections(
  context: ServerContext,
  userId: string,
): Promise<readonly Connection[]> {
  const own = await ownConnections(context, userId);
  for (const record of own) resumePending(context, record);
  return Promise.all(own.map((record) => toConnection(context, record, own)));
}

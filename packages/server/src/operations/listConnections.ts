import type { Connection } from '@flinks-kit/core';
import { resumePending } from '../refresh/resumePending.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { toConnection } from '../connections/toConnection.ts';

/** The user's connections, oldest first. */
export async function listConnections(
  context: ServerContext,
  userId: string,
): Promise<readonly Connection[]> {
  const records = await context.connections.list({ userId, limit: mostListed });
  // The index is not authenticated, the record is: write access to the database can't move a row to a user.
  const own = records.filter((record) => record.userId === userId);
  for (const record of own) resumePending(context, record);
  return own
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .map((record) => toConnection(context, record));
}

// A bound, not a page: no user has this many banks, and an answer must not grow without end.
const mostListed = 500;

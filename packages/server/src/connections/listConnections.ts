import type { Connection } from '@flinks-kit/core';
import { nudgeWhatIsUnderWay } from '../accounts/nudgeCollection.ts';
import type { ServerContext } from '../ServerContext.ts';
import { toConnection } from './toConnection.ts';

/** The user's connections, oldest first. */
export async function listConnections(
  context: ServerContext,
  userId: string,
): Promise<readonly Connection[]> {
  const records = await context.connections.list({ userId, limit: mostListed });
  // The index is not authenticated, the record is: whoever can write to the database can't move a row to a user.
  const own = records.filter((record) => record.userId === userId);
  for (const record of own) nudgeWhatIsUnderWay(context, record);
  return own
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .map((record) => toConnection(context, record));
}

// A bound, not a page: nobody has this many banks, and an answer must not grow without end.
const mostListed = 500;

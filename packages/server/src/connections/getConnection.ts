import type { Connection } from '@flinks-kit/core';
import { nudgeWhatIsUnderWay } from '../accounts/nudgeCollection.ts';
import type { ServerContext } from '../ServerContext.ts';
import { ownedConnection } from './ownedConnection.ts';
import { toConnection } from './toConnection.ts';

/** One connection of the user's, with its health. */
export async function getConnection(
  context: ServerContext,
  userId: string,
  connectionId: string,
): Promise<Connection> {
  const record = await ownedConnection(context, userId, connectionId);
  nudgeWhatIsUnderWay(context, record);
  return toConnection(context, record);
}

import type { Connection } from '@flinks-kit/core';
import { isVerified, ownedConnection } from '../connections/connections.ts';
import { toConnection } from '../connections/toConnection.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { switchNightlyRefresh } from '../refresh/switchNightlyRefresh.ts';

/**
 * Switches the nightly refresh of one connection. Flinks bills it and no longer actively supports it
 * (docs/flinks/api.md 6.1, 6.3), so it is switched on only where the app offers it; off always.
 */
export async function setNightlyRefresh(
  context: ServerContext,
  userId: string,
  connectionId: string,
  enabled: boolean,
): Promise<Connection> {
  const connection = await ownedConnection(context, userId, connectionId);
  if (enabled && !context.nightlyRefresh) throw refusal('nightly-refresh-off');
  if (!isVerified(connection)) throw refusal('connection-unverified');
  await switchNightlyRefresh(context, connection, enabled);
  context.audit(userId, 'nightly-refresh-changed', { connectionId });
  return toConnection(context, await ownedConnection(context, userId, connectionId));
}

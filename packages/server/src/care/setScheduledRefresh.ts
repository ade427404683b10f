import type { Connection } from '@flinks-kit/core';
import { ownedConnection } from '../connections/ownedConnection.ts';
import { toConnection } from '../connections/toConnection.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import { refusal } from '../refusals.ts';
import type { ServerContext } from '../ServerContext.ts';

/**
 * Switches the nightly refresh of one connection. Flinks has one switch per login, so it is on while any owner of
 * the login wants it (contract: api.md 6.3). Flinks no longer actively supports the nightly refresh.
 */
export async function setScheduledRefresh(
  context: ServerContext,
  userId: string,
  connectionId: string,
  enabled: boolean,
): Promise<Connection> {
  const connection = await ownedConnection(context, userId, connectionId);
  if (connection.provisional) throw refusal('connection-provisional');
  const loginKeys = await context.vault.fingerprints(connection.login.reveal());
  const known = await context.connections.list({ loginKeys, limit: 50 });
  // Somebody whose claim to the login was never proved has no say in it.
  const owners = known.filter(({ provisional }) => !provisional);
  const wanted =
    enabled || owners.some(({ id, wantsScheduledRefresh }) => id !== connectionId && wantsScheduledRefresh);

  const refused = await context.flinks.setScheduledRefresh(connection.login, wanted);
  if (refused !== null) {
    const { flinksCode } = refused;
    throw refusal(judgeFlinksCode(flinksCode) === 'transient' ? 'unavailable' : 'flinks-failed', {
      flinksCode,
    });
  }
  for (const { id } of owners) {
    await context.connections.update(id, (current) => ({
      ...current,
      scheduledRefresh: wanted,
      wantsScheduledRefresh: id === connectionId ? enabled : current.wantsScheduledRefresh,
    }));
  }
  context.audit(userId, 'scheduled-refresh-changed', { connectionId });
  return toConnection(context, await ownedConnection(context, userId, connectionId));
}

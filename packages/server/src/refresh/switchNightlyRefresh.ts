import { connectionsOfLogin, isVerified } from '../connections/connections.ts';
import { judgeFlinksCode } from '../flinks/judgeFlinksCode.ts';
import type { ConnectionRecord } from '../store/records.ts';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * Switches the nightly refresh for one owner of a login. Flinks has one switch per login, so it is on while any
 * owner wants it (docs/flinks/api.md 6.3).
 */
export async function switchNightlyRefresh(
  context: ServerContext,
  { id: connectionId, login }: ConnectionRecord,
  enabled: boolean,
): Promise<void> {
  const known = await connectionsOfLogin(context, login.reveal());
  // A user whose login is not verified does not decide.
  const owners = known.filter(isVerified);
  const wanted =
    enabled || owners.some(({ id, wantsNightlyRefresh }) => id !== connectionId && wantsNightlyRefresh);

  const refused = await context.flinks.setNightlyRefresh(login, wanted);
  if (refused !== null) {
    const { flinksCode } = refused;
    throw refusal(judgeFlinksCode(flinksCode) === 'transient' ? 'unavailable' : 'flinks-failed', {
      flinksCode,
    });
  }
  for (const { id } of owners) {
    await context.connections.update(id, (current) => ({
      ...current,
      nightlyRefresh: wanted,
      nightlyRefreshOffAt:
        !wanted && current.nightlyRefresh !== false ? context.clock.now() : current.nightlyRefreshOffAt,
      wantsNightlyRefresh: id === connectionId ? enabled : current.wantsNightlyRefresh,
    }));
  }
}

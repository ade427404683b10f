import type { ConnectionRecord } from '../store/records.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/** Every user's connections to one login of Flinks, in the spelling that it is kept in: lower case. */
export async function connectionsOfLogin(
  { vault, connections }: ServerContext,
  login: string,
): Promise<readonly ConnectionRecord[]> {
  return connections.list({ loginKeys: await vault.fingerprints(login), limit: mostOwners });
}

// People share a bank login in twos and threes: more is a bound, not a page.
const mostOwners = 50;

import type { Connection, LinkConnectionRequest } from '@flinks-kit/core';
import type { ServerContext } from '../context/ServerContext.ts';
import { claimLink, concludeLink } from '../linking/claimLink.ts';

/**
 * Binds a bank login to the user whose session brought it. The same session and login may be sent again, and are
 * answered the same; another login is refused. The intent is stored before Flinks is asked, so a crash or a lost
 * answer never loses a login.
 */
export async function linkConnection(
  context: ServerContext,
  userId: string,
  link: LinkConnectionRequest,
): Promise<Connection> {
  return concludeLink(context, await claimLink(context, userId, link));
}

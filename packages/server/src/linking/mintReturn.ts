import type { SessionRecord } from '../store/records.ts';
import type { ConnectRedirect } from '../context/FlinksServerOptions.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * The address on which Flinks lands after a full-page redirect. Its state is random, belongs to one user and one
 * session, and is stored only as a keyed hash.
 */
export async function mintReturn(
  context: ServerContext,
  session: SessionRecord,
  { publicUrl }: ConnectRedirect,
): Promise<string> {
  const state = context.newId() + context.newId();
  const { id: sessionId, userId, createdAt } = session;
  const [id = ''] = await returnIds(context, state);
  await context.returns.insert({
    id,
    userId,
    sessionId,
    expiresAt: createdAt + context.timing.lateLinkMs,
    used: false,
  });
  return `${publicUrl.replace(/\/+$/, '')}/return/${state}`;
}

/** Under which id a state may be kept: one per encryption key, the newest key's first. */
export const returnIds = ({ vault }: ServerContext, state: string): Promise<readonly string[]> =>
  vault.fingerprints(`return ${state}`);

import type { SessionRecord } from '../records/sessionRecord.ts';
import type { ServerContext } from '../ServerContext.ts';

/**
 * The address on which Flinks lands after a full-page redirect. Its state is random, belongs to one user and one
 * session, and is stored only as a keyed hash. `undefined` where the app takes no full-page redirects.
 */
export async function mintReturn(
  context: ServerContext,
  session: SessionRecord,
): Promise<string | undefined> {
  if (context.redirect === null) return undefined;
  const state = context.newId() + context.newId();
  const { id: sessionId, userId, expiresAt } = session;
  await context.returns.insert({
    id: await returnId(context, state),
    userId,
    sessionId,
    expiresAt,
    used: false,
  });
  return `${context.redirect.publicUrl.replace(/\/+$/, '')}/return/${state}`;
}

/** Under which id a state is kept. */
export async function returnId(context: ServerContext, state: string): Promise<string> {
  const [id = ''] = await context.vault.fingerprints(`return ${state}`);
  return id;
}

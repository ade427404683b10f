import type { ServerContext } from '../context/ServerContext.ts';
import { collectAccounts } from './collectAccounts.ts';

/** Goes on with a collection; resolves when it has come as far as it can now. */
export function resumeCollection(context: ServerContext, connectionId: string): Promise<void> {
  const work = context.collecting(connectionId, () => collectAccounts(context, connectionId));
  context.waitUntil(work);
  return work;
}

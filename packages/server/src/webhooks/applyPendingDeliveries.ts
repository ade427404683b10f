import type { Sealed } from '../crypto/Sealed.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { applyWebhook } from './applyWebhook.ts';

/** Applies what Flinks delivered about a login before it was linked here, where that is what proves a login. */
export async function applyPendingDeliveries(context: ServerContext, login: Sealed): Promise<void> {
  if (context.freshness !== 'webhook') return;
  const loginKeys = await context.vault.fingerprints(login.reveal());
  for await (const letter of context.inbox.each({ loginKeys })) await applyWebhook(context, letter);
}

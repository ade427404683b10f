import { FlinksKitError } from '@flinks-kit/core';
import { parseConnectReturn } from '@flinks-kit/core/wire';
import { safeParse } from 'valibot';
import { claimLink, concludeLink } from '../linking/claimLink.ts';
import type { ReturnRecord } from '../store/records.ts';
import { linkConnectionSchema } from './schemas.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { returnIds } from '../linking/mintReturn.ts';

/**
 * Ends a full-page redirect: consumes the state, links what the address carries, and answers the page to go on to,
 * without any id of Flinks. A state that is used, altered, too old or another user's is refused before Flinks is
 * asked. `null` where the app takes no full-page redirects.
 */
export async function completeReturn(
  context: ServerContext,
  userId: string | null,
  state: string,
  href: string,
): Promise<string | null> {
  if (context.redirect === null) return null;
  const goOn = (name: string, value: string): string => {
    const page = new URL(context.redirect?.returnTo ?? '', context.redirect?.publicUrl);
    page.searchParams.set(name, value);
    return page.href;
  };
  const refused = goOn('flinks_error', 'return-refused');
  if (userId === null) return refused;

  const known = await findReturn(context, state);
  const landed = parseConnectReturn(href);
  const mine = known?.userId === userId && !known.used && known.expiresAt > context.clock.now();
  const link = safeParse(linkConnectionSchema, { ...landed, sessionId: known?.sessionId });
  const refuse = (): string => {
    context.audit(userId, 'return-refused');
    return refused;
  };
  if (known === null || !mine || !link.success) return refuse();
  // Claimed before the state is used up: a crash between the two loses no login.
  const claimed = await unlessRefused(claimLink(context, userId, link.output));
  if (!(await consume(context, known.id))) return refuse();
  if (claimed !== null) await unlessRefused(concludeLink(context, claimed));
  return goOn('flinks_session', known.sessionId);
}

/** `null` for a refusal: the session knows why, and the page asks it. */
async function unlessRefused<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FlinksKitError) return null;
    throw error;
  }
}

async function findReturn(context: ServerContext, state: string): Promise<ReturnRecord | null> {
  for (const id of await returnIds(context, state)) {
    const known = await context.returns.get(id);
    if (known !== null) return known;
  }
  return null;
}

async function consume(context: ServerContext, id: string): Promise<boolean> {
  let first = false;
  await context.returns.update(id, (current) => {
    first = !current.used;
    return first ? { ...current, used: true } : current;
  });
  return first;
}

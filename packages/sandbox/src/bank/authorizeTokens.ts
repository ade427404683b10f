import type { World } from '../state/sandboxState.ts';

/** Mints a single-use token (docs/flinks/api.md 1.3). */
export function mintToken(world: World): string {
  const token = world.random.guid();
  world.tokens.set(token, { mintedAt: world.clock.now(), openedSession: null, used: false });
  return token;
}

/**
 * Uses a token up. The same token may come again only with the RequestId of the conversation that it opened
 * (docs/flinks/api.md 1.3, "one token covers a whole MFA conversation").
 */
export function spendToken(world: World, token: string | null, requestId?: string): TokenVerdict {
  const known = token === null ? undefined : world.tokens.get(token);
  if (known === undefined) return 'unknown';
  if (known.used) return requestId !== undefined && known.openedSession === requestId ? 'good' : 'used';
  if (world.clock.now() - known.mintedAt >= world.settings.tokenLifeMs) return 'expired';
  known.used = true;
  return 'good';
}

/** Ties a used token to the conversation that it opened. */
export function bindToken(world: World, token: string | null, requestId: string): void {
  const known = token === null ? undefined : world.tokens.get(token);
  if (known !== undefined) known.openedSession = requestId;
}

/** What became of a token. */
export type TokenVerdict = 'good' | 'used' | 'expired' | 'unknown';

/** A token as the sandbox remembers it. */
export interface AuthorizeToken {
  readonly mintedAt: number;
  used: boolean;
  /** The RequestId of the conversation that it opened. */
  openedSession: string | null;
}

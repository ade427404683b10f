import type { SandboxState } from '../state/sandboxState.ts';

/** Mints a single-use token (docs/flinks/api.md 1.3). */
export function mintToken(state: SandboxState): string {
  const token = state.random.guid();
  state.tokens.set(token, { mintedAt: state.clock.now(), openedSession: null, used: false });
  return token;
}

/**
 * Uses a token up. The same token may come again only with the RequestId of the conversation that it opened
 * (docs/flinks/api.md 1.3, "one token covers a whole MFA conversation").
 */
export function spendToken(state: SandboxState, token: string | null, requestId?: string): TokenVerdict {
  const known = token === null ? undefined : state.tokens.get(token);
  if (known === undefined) return 'unknown';
  if (known.used) return requestId !== undefined && known.openedSession === requestId ? 'good' : 'used';
  if (state.clock.now() - known.mintedAt >= state.settings.tokenLifeMs) return 'expired';
  known.used = true;
  return 'good';
}

/** Ties a used token to the conversation that it opened. */
export function bindToken(state: SandboxState, token: string | null, requestId: string): void {
  const known = token === null ? undefined : state.tokens.get(token);
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

import type { SandboxState } from '../state/sandboxState.ts';

/** Creates a single-use authorize token (docs/flinks/api.md 1.3). */
export function mintToken(state: SandboxState): string {
  const token = state.random.guid();
  state.tokens.set(token, { mintedAt: state.clock.now(), openedSession: null, used: false });
  return token;
}

/**
 * Uses a token. The same token may come again only with the RequestId of the conversation that it opened
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

/** Whether a token can be used. */
export type TokenVerdict = 'good' | 'used' | 'expired' | 'unknown';

/** Creates an access token of `BankingServices/Token`, which some instances use as a bearer (docs/flinks/api.md 1.3). */
export function mintAccessToken(state: SandboxState): {
  readonly accessToken: string;
  readonly lifeMs: number;
} {
  const accessToken = state.random.guid();
  state.accessTokens.set(accessToken, state.clock.now() + accessTokenLifeMs);
  return { accessToken, lifeMs: accessTokenLifeMs };
}

/** Whether a text is an access token that has not expired. */
export function isAccessToken(state: SandboxState, text: string): boolean {
  return (state.accessTokens.get(text) ?? 0) > state.clock.now();
}

// A guess: no source states how long it lives.
const accessTokenLifeMs = 60 * 60_000;

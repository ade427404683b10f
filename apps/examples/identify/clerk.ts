import { createClerkClient } from '@clerk/backend';
import { createFlinksServer, type FlinksServer } from '@flinks-kit/server';
import type { Setup } from './Recipe.ts';

/**
 * Clerk, on any platform. `jwtKey` is the instance's public key (Clerk's dashboard, API keys): sessions are then verified
 * without a call to Clerk.
 */
export function createFlinks(
  setup: Setup,
  { secretKey, publishableKey, jwtKey, appUrl }: ClerkKeys,
): FlinksServer {
  const clerk = createClerkClient({ secretKey, publishableKey });
  return createFlinksServer({
    ...setup,
    identify: async ({ url, headers }) => {
      // A request of its own, without a body: Clerk copies what it gets, and the body can be read once.
      const state = await clerk.authenticateRequest(new Request(url, { headers }), {
        jwtKey,
        authorizedParties: [appUrl],
      });
      return state.toAuth()?.userId;
    },
  });
}

export interface ClerkKeys {
  readonly secretKey: string;
  readonly publishableKey: string;
  /** PEM. */
  readonly jwtKey: string;
  /** The origin of the app, which a session must be made for. */
  readonly appUrl: string;
}

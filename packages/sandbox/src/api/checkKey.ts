import { spendToken } from '../bank/authorizeTokens.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { type Answer, answer, refuse } from './answer.ts';
import type { Endpoint } from './endpoints.ts';

/** The answer for a call that brings the wrong key, or none; `null` when it may go on (docs/flinks/api.md 1.3, 1.4). */
export function checkKey(
  state: SandboxState,
  key: Endpoint['key'],
  headers: Headers,
  requestId: string | undefined,
): Answer | null {
  const { settings } = state;
  const { secretKey, apiKey, bearer } = settings.credentials;
  switch (key) {
    case 'secret':
      return headers.get('flinks-auth-key') === secretKey ? null : refuse(settings, 'UNAUTHORIZED');
    case 'api-key':
      return headers.get('x-api-key') === apiKey ? null : denied('the x-api-key header');
    case 'bearer':
      return headers.get('authorization') === `Bearer ${bearer}` ? null : denied('the API secret as bearer');
    case 'token':
      return checkToken(state, headers.get('flinks-auth-key'), requestId);
  }
}

function checkToken(state: SandboxState, token: string | null, requestId: string | undefined): Answer | null {
  if (token === null && !state.settings.requireAuthorizeToken) return null;
  const verdict = spendToken(state, token, requestId);
  if (verdict === 'good') return null;
  return answer(401, { Message: 'You must provide a valid authorize token', FlinksCode: 'ACCESS_DENIED' });
}

function denied(what: string): Answer {
  return answer(401, {
    Message: `Sandbox: this endpoint needs ${what} of the sandbox's credentials.`,
    FlinksCode: 'ACCESS_DENIED',
  });
}

import { isAccessToken, spendToken } from '../bank/tokens.ts';
import type { Answer } from '../state/json.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { answer, refuse } from './answer.ts';

/** What opens an endpoint (docs/flinks/api.md 1.3); `body`: credentials in the body. */
export type EndpointKey = 'secret' | 'token' | 'api-key' | 'bearer' | 'body';

/** The answer for a call with a wrong key, or none; `null` when it may go on (docs/flinks/api.md 1.3, 1.4). */
export function checkKey(
  state: SandboxState,
  key: EndpointKey,
  headers: Headers,
  requestId: string | undefined,
): Answer | null {
  const { settings } = state;
  const { secretKey, apiKey } = settings.credentials;
  switch (key) {
    case 'secret':
      return headers.get('flinks-auth-key') === secretKey ? null : refuse(settings, 'UNAUTHORIZED');
    case 'api-key': {
      const sent = headers.get('x-api-key');
      const isOpen =
        sent === null && (!settings.requireApiKey || bearerOf(state, headers) === 'access-token');
      return sent === apiKey || isOpen ? null : denied('the x-api-key header');
    }
    case 'bearer':
      return bearerOf(state, headers) === null ? denied('the API secret as bearer') : null;
    case 'token':
      return checkToken(state, headers, requestId);
    case 'body':
      return null;
  }
}

function checkToken(state: SandboxState, headers: Headers, requestId: string | undefined): Answer | null {
  const token = headers.get('flinks-auth-key');
  // Some private customers use an access token of BankingServices/Token instead (docs/flinks/api.md 1.3).
  const isOpen = !state.settings.requireAuthorizeToken || bearerOf(state, headers) === 'access-token';
  if (token === null && isOpen) return null;
  if (spendToken(state, token, requestId) === 'good') return null;
  return answer(401, { Message: 'You must provide a valid authorize token', FlinksCode: 'ACCESS_DENIED' });
}

function bearerOf(state: SandboxState, headers: Headers): 'api-secret' | 'access-token' | null {
  const [, bearer] = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (bearer === undefined) return null;
  if (bearer === state.settings.credentials.bearer) return 'api-secret';
  return isAccessToken(state, bearer) ? 'access-token' : null;
}

function denied(what: string): Answer {
  return answer(401, {
    Message: `Sandbox: this endpoint needs ${what} of the sandbox's credentials.`,
    FlinksCode: 'ACCESS_DENIED',
  });
}

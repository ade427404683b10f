import { mintAccessToken, mintToken } from '../bank/tokens.ts';
import type { Answer } from '../state/json.ts';
import { answer, refuse } from './answer.ts';
import type { Call } from './readFields.ts';

/** `POST /GenerateAuthorizeToken` (docs/flinks/api.md 2.1). */
export function generateAuthorizeToken({ state }: Call): Answer {
  return answer(200, { Token: mintToken(state) });
}

/**
 * `POST /Token`: a bearer for some private customers, seen in one client only (docs/flinks/api.md 1.3). Which secret it
 * takes is not known, so the sandbox accepts any of its own.
 */
export function createAccessToken({ state, fields }: Call): Answer {
  const { secretKey, apiKey, bearer } = state.settings.credentials;
  const secret = fields.text('secret') ?? '';
  if (!fields.text('client_id') || ![secretKey, apiKey, bearer].includes(secret)) {
    return refuse(state.settings, 'UNAUTHORIZED');
  }
  const { accessToken, lifeMs } = mintAccessToken(state);
  return { status: 200, body: { access_token: accessToken, expires_in: lifeMs / 1000 } };
}

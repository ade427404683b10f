import { mintToken } from '../bank/authorizeTokens.ts';
import { type Answer, answer } from './answer.ts';
import type { Call } from './call.ts';

/** `POST /GenerateAuthorizeToken` (docs/flinks/api.md 2.1). */
export function generateAuthorizeToken({ state }: Call): Answer {
  return answer(200, { Token: mintToken(state) });
}

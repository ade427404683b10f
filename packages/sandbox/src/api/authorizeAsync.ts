import { bindToken } from '../bank/tokens.ts';
import type { Answer } from '../state/json.ts';
import { pending, refuse } from './answer.ts';
import { incomplete, signIn, toAnswer } from './authorize.ts';
import type { Call } from './readFields.ts';

/**
 * `POST /AuthorizeAsync`: 202 with a RequestId, then the same call with that RequestId until it is 200, 203 or a
 * refusal; answers to a 203 are 202 again (docs/flinks/api.md 2.3).
 */
export function authorizeAsync(call: Call): Answer {
  const { state, fields, token } = call;
  const requestId = fields.text('RequestId');
  if (requestId !== undefined && fields.answers('SecurityResponses') === undefined)
    return poll(call, requestId);

  const outcome = signIn(call);
  if (outcome === 'incomplete') return incomplete(call);
  const answeredId = outcome.session?.requestId ?? requestId ?? state.random.guid();
  state.asyncLogins.set(answeredId, { outcome, pollsLeft: state.settings.pendingPolls });
  bindToken(state, token, answeredId);
  return pending(answeredId);
}

function poll(call: Call, requestId: string): Answer {
  const { state } = call;
  const login = state.asyncLogins.get(requestId);
  if (login === undefined) {
    return refuse(
      state.settings,
      'SESSION_NONEXISTENT',
      `RequestId ${requestId} is invalid or session has ended`,
    );
  }
  login.pollsLeft -= 1;
  return login.pollsLeft > 0 ? pending(requestId) : toAnswer(call, login.outcome);
}

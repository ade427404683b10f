import { deleteCard as remove, isCollecting } from '../bank/card.ts';
import { getSessionStatus } from '../bank/session.ts';
import type { Answer } from '../state/json.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { refuse, unknownLoginId } from './answer.ts';
import type { Call } from './readFields.ts';

/**
 * `DELETE /DeleteCard/{loginId}` (docs/flinks/api.md 2.11). The only body with `StatusCode` in place of
 * `HttpStatusCode`.
 */
export function deleteCard({ state, id }: Call): Answer {
  const { settings, cards } = state;
  const loginId = id.toLowerCase();
  if (!isGuid(loginId)) return refuse(settings, 'INVALID_REQUEST', `The login '${id}' is invalid.`);
  if (!cards.has(loginId) && settings.deleteCard === 'strict') {
    return refuse(settings, 'INVALID_LOGIN', unknownLoginId);
  }
  if (isInUse(state, loginId)) return refuse(settings, 'CARD_IN_USE');
  remove(state, loginId);
  return {
    status: 200,
    body: { StatusCode: 200, Message: `All of the information about LoginId ${id} has been removed` },
  };
}

// In use: a conversation is open, and the data of its live refresh is still being collected.
function isInUse(state: SandboxState, loginId: string): boolean {
  return state.sessions
    .values()
    .some(
      (session) =>
        session.card?.loginId === loginId &&
        isCollecting(state, session.card) &&
        getSessionStatus(state, session) === 'live',
    );
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

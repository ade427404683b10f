import { isCollecting } from '../bank/card.ts';
import { standingOf } from '../bank/session.ts';
import type { World } from '../state/sandboxState.ts';
import { type Answer, refuse } from './answer.ts';
import { unknownLoginId } from './authorizeBodies.ts';
import type { Call } from './call.ts';
import { isGuid } from './guid.ts';

/**
 * `DELETE /DeleteCard/{loginId}` (docs/flinks/api.md 2.11). The only body with `StatusCode` in place of
 * `HttpStatusCode`.
 */
export function deleteCard({ world, id }: Call): Answer {
  const { settings, cards } = world;
  const loginId = id.toLowerCase();
  if (!isGuid(loginId)) return refuse(settings, 'INVALID_REQUEST', `The login '${id}' is invalid.`);
  if (!cards.has(loginId) && settings.deleteCard === 'strict') {
    return refuse(settings, 'INVALID_LOGIN', unknownLoginId);
  }
  if (isInUse(world, loginId)) return refuse(settings, 'CARD_IN_USE');
  cards.delete(loginId);
  for (const session of world.sessions.values()) {
    if (session.card?.loginId === loginId) session.state = 'ended';
  }
  return {
    status: 200,
    body: { StatusCode: 200, Message: `All of the information about LoginId ${id} has been removed` },
  };
}

// In use: a conversation is open, and the data of its visit to the bank is still being collected.
function isInUse(world: World, loginId: string): boolean {
  return world.sessions
    .values()
    .some(
      (session) =>
        session.card?.loginId === loginId &&
        isCollecting(world, session.card) &&
        standingOf(world, session) === 'live',
    );
}

import { redirectAddress, redirectMessage } from './redirect.ts';
import type { Turn } from './context.ts';

/**
 * The login is complete: `REDIRECT`, and then the navigation that the address asked for. `jsRedirect` keeps the
 * page where it is, `innerRedirect` moves the frame only, otherwise the whole window goes (docs/flinks/connect.md 3.2).
 */
export function finish(turn: Turn, accountIds: readonly string[]): void {
  const { journey, world, effects } = turn;
  const { session, parameters } = journey;
  if (session === null) return turn.go('institution');
  const url = redirectAddress(journey, accountIds);
  turn.say('REDIRECT', redirectMessage(world.settings.redirectShape, { session, accountIds, url }));
  if (parameters.redirectUrl !== null && !parameters.jsRedirect) {
    effects.push({ kind: 'navigate', url, window: parameters.innerRedirect ? 'frame' : 'top' });
  }
  return turn.go('result');
}

import { redirectAddress, redirectMessage } from './redirect.ts';
import type { WidgetContext } from './context.ts';

/**
 * The login is complete: `REDIRECT`, and then the navigation that the address asked for. `jsRedirect` keeps the
 * page where it is, `innerRedirect` moves the frame only, otherwise the whole window goes (docs/flinks/connect.md 3.2).
 */
export function finish(context: WidgetContext, accountIds: readonly string[]): void {
  const { widgetSession, state, effects } = context;
  const { session, parameters } = widgetSession;
  if (session === null) return context.go('institution');
  const url = redirectAddress(widgetSession, accountIds);
  context.say('REDIRECT', redirectMessage(state.settings.redirectShape, { session, accountIds, url }));
  if (parameters.redirectUrl !== null && !parameters.jsRedirect) {
    effects.push({ kind: 'navigate', url, window: parameters.innerRedirect ? 'frame' : 'top' });
  }
  return context.go('result');
}

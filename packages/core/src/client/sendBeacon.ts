import { addressOf, type ServerCall } from './callServer.ts';

/**
 * Hands a call to the browser, which makes it even while the page goes away. `false` where it can't: outside a page,
 * with a full queue, or towards another origin, where a beacon (it carries no header of ours) would prove nothing. On
 * the page's own origin the browser itself says where the call comes from.
 */
export function sendBeacon(call: Pick<ServerCall, 'endpoint' | 'route' | 'id' | 'body'>): boolean {
  const page: Partial<Pick<Window, 'location' | 'navigator'>> = globalThis;
  if (!page.location || !page.navigator?.sendBeacon) return false;
  const address = addressOf(call);
  if (new URL(address).origin !== page.location.origin) return false;
  const body = new Blob([JSON.stringify(call.body)], { type: 'application/json' });
  return page.navigator.sendBeacon(address, body);
}

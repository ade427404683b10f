import { clientHeader } from '@flinks-kit/core';
import { refusal } from '../common/refusals.ts';
import type { HttpRequest } from './HttpRequest.ts';
import { isSameHost } from './isSameHost.ts';

/**
 * Refuses a change that a page of another site could have caused. A browser states by `Sec-Fetch-Site` and `Origin`
 * where a request comes from, and no page can change that. The first is decisive, since proxies rewrite hosts and
 * schemes on the way; an older browser sends only the second, whose host must then be ours. A caller that sends
 * neither is no browser of today, or a page calling this handler in its own process: it must then send our client's
 * header, which a foreign page can't send without a preflight that is never granted.
 */
export function proveSameOrigin(request: HttpRequest, allowedOrigins: ReadonlySet<string>): void {
  const origin = request.header('origin');
  const site = request.header('sec-fetch-site');
  if (origin !== null && allowedOrigins.has(origin)) return;
  if (site === 'same-origin') return;
  if (site !== null) throw refusal('origin-refused');
  // The host alone: a change of scheme shows in Sec-Fetch-Site.
  if (origin !== null && !isSameHost(origin, request.url)) throw refusal('origin-refused');
  if (origin === null && request.header(clientHeader) === null) {
    throw refusal('origin-refused', {
      note: `It carried neither Origin nor Sec-Fetch-Site. A client that is no browser sends the header "${clientHeader}: 1".`,
    });
  }
}

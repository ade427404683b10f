import type { FetchHandler } from '@flinks-kit/core';
import { isOwnPage } from './checkRequest.ts';

/**
 * Forwards the developer panel's requests, `/sandbox/*`, to the sandbox's control API on `apiUrl`. Only our own pages may
 * call it, and only these routes: the others return a LoginId, or delete every user's logins.
 */
export function forwardControl(apiUrl: string): FetchHandler {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (!isOwnPage(request)) return Response.json({ code: 'other-origin' }, { status: 403 });
    if (!routes.has(`${request.method} ${pathname}`)) return new Response(null, { status: 404 });
    const response = await fetch(`${apiUrl}${pathname}${search}`, {
      method: request.method,
      headers: { 'content-type': 'application/json' },
      ...(request.method === 'POST' && { body: await request.text() }),
    });
    return Response.json(await response.json(), { status: response.status });
  };
}

const routes: ReadonlySet<string> = new Set([
  'GET /sandbox/clock',
  'POST /sandbox/clock',
  'GET /sandbox/faults',
  'POST /sandbox/faults',
  'DELETE /sandbox/faults',
  'GET /sandbox/journal',
  'POST /sandbox/nightly-refresh',
  'GET /sandbox/scenario',
  'POST /sandbox/scenario',
  'GET /sandbox/webhooks',
  'POST /sandbox/webhooks/resend',
]);

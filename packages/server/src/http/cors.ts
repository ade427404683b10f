import { clientHeader } from '@flinks-kit/core';
import type { Answer } from './Answer.ts';
import type { HttpRequest } from './HttpRequest.ts';

/** What an answer to a page of an allowed origin needs, so that the page may read it. `null` for any other. */
export function corsHeaders(
  request: HttpRequest,
  allowedOrigins: ReadonlySet<string>,
): Readonly<Record<string, string>> | null {
  const origin = request.header('origin');
  if (origin === null || !allowedOrigins.has(origin)) return null;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Origin',
  };
}

/**
 * The answer to a preflight: refused by silence to all origins that are not allowed. An allowed origin may send every
 * header that its browser names, such as a bearer token or those of tracing.
 */
export function preflightAnswer(request: HttpRequest, cors: Readonly<Record<string, string>> | null): Answer {
  if (cors === null) return { status: 403, headers: {}, body: null };
  const wanted = request.header('access-control-request-headers') ?? `content-type, ${clientHeader}`;
  const headers = { ...cors, ...grants, ...localGrant(request), 'access-control-allow-headers': wanted };
  return { status: 204, headers: { ...headers, vary: preflightVary }, body: null };
}

// A page on the internet that calls a server of the local network, as during development on a phone.
function localGrant({ header }: HttpRequest): Readonly<Record<string, string>> {
  const isLocal = header('access-control-request-private-network') === 'true';
  return isLocal ? { 'access-control-allow-private-network': 'true' } : {};
}

const preflightVary = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Private-Network';
const grants = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-max-age': '600',
};

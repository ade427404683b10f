import { clientHeader } from '@flinks-kit/core';
/** What an answer to a page of an allowed origin needs, so that the page may read it. Nothing for any other. */
export function corsHeaders(
  request: Request,
  allowedOrigins: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Origin',
  };
}

/** The answer to a preflight: granted to allowed origins, refused by silence to all others. */
export function preflightResponse(cors: Readonly<Record<string, string>>): Response {
  const granted = 'access-control-allow-origin' in cors;
  return new Response(null, {
    status: granted ? 204 : 403,
    headers: granted ? { ...cors, ...grants } : {},
  });
}

const grants = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': `content-type, ${clientHeader}`,
  'access-control-max-age': '600',
};

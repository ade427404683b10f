import type { FlinksServer } from '../../src/index.ts';

/**
 * Next, `app/api/flinks/[...path]/route.ts`: export these four as they are. Plain `fetch` runtimes (Workers, Deno,
 * Bun) take the handler itself: `export default { fetch: flinks.handler }`.
 */
export function createNextRoute({ handler }: FlinksServer) {
  return { GET: handler, POST: handler, PUT: handler, DELETE: handler };
}

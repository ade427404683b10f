import type { AccountChoice } from '../src/rent/RentPlan.ts';
import { isOwnPage, readSmallJson } from './checkRequest.ts';
import type { Rent } from './rent.ts';

/** Fernhill's own API: `GET`, `PUT` and `DELETE /api/rent`. */
export function serveRent(
  rent: Rent,
  identify: (request: Request) => string,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const userId = identify(request);
    if (request.method === 'GET') return Response.json({ plan: await rent.read(userId) });
    if (!isOwnPage(request)) return Response.json({ code: 'other-origin' }, { status: 403 });
    switch (request.method) {
      case 'PUT':
        return agree(rent, userId, request);
      case 'DELETE':
        await rent.cancel(userId);
        return Response.json({ plan: null });
      default:
        return new Response(null, { status: 405 });
    }
  };
}

async function agree(rent: Rent, userId: string, request: Request): Promise<Response> {
  const choice = readChoice(await readSmallJson(request));
  if (choice === null) return Response.json({ code: 'malformed' }, { status: 400 });
  try {
    return Response.json({ plan: await rent.agree(userId, choice) });
  } catch (refusal) {
    const code = refusal instanceof Error && 'code' in refusal ? refusal.code : 'unknown';
    return Response.json({ code }, { status: 409 });
  }
}

function readChoice(body: unknown): AccountChoice | null {
  if (typeof body !== 'object' || body === null) return null;
  if (!('connectionId' in body) || !('accountId' in body)) return null;
  const { connectionId, accountId } = body;
  return typeof connectionId === 'string' && typeof accountId === 'string'
    ? { connectionId, accountId }
    : null;
}

import type { FlinksServer } from '@flinks-kit/server';
import type { AccountChoice, RentPlan } from '../src/rent/RentPlan.ts';

/**
 * Fernhill's own API, `GET` and `PUT /api/rent`: what a product does with a connected account. The full numbers are
 * asked of the kit here, on the server, where a real app hands them to its payment processor.
 */
export function serveRent(
  flinks: FlinksServer,
  identify: (request: Request) => string | null,
): (request: Request) => Promise<Response> {
  const plans = new Map<string, RentPlan>();

  const readPlan = async (userId: string): Promise<RentPlan | null> => {
    const plan = plans.get(userId);
    const connections = await flinks.forUser(userId).listConnections();
    // A bank that was disconnected takes the plan with it.
    return plan !== undefined && connections.some(({ id }) => id === plan.connectionId) ? plan : null;
  };

  const agree = async (userId: string, { connectionId, accountId }: AccountChoice): Promise<RentPlan> => {
    const bank = flinks.forUser(userId);
    await bank.getEftInstruction(connectionId, accountId);
    const { accounts } = await bank.getAccounts(connectionId);
    const account = accounts.find(({ id }) => id === accountId);
    const plan: RentPlan = {
      connectionId,
      accountId,
      title: account?.title ?? null,
      mask: account?.mask ?? null,
      agreedAt: new Date().toISOString(),
    };
    plans.set(userId, plan);
    return plan;
  };

  return async (request) => {
    const userId = identify(request);
    if (userId === null) return Response.json({ code: 'not-signed-in' }, { status: 401 });
    if (request.method === 'GET') return Response.json({ plan: await readPlan(userId) });
    if (request.method !== 'PUT') return new Response(null, { status: 405 });

    if (!isOwnPage(request)) return Response.json({ code: 'other-origin' }, { status: 403 });
    const choice = await readChoice(request);
    if (choice === null) return Response.json({ code: 'malformed' }, { status: 400 });
    try {
      return Response.json({ plan: await agree(userId, choice) });
    } catch (refusal) {
      const code = refusal instanceof Error && 'code' in refusal ? refusal.code : 'unknown';
      return Response.json({ code }, { status: 409 });
    }
  };
}

// A browser says which site a request comes from; a change is for our own pages only.
function isOwnPage(request: Request): boolean {
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

// Two ids in JSON are short; whatever is longer, or of unknown length, is not read.
async function readChoice(request: Request): Promise<AccountChoice | null> {
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (request.headers.get('content-type') !== 'application/json' || length > 1024) return null;
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('connectionId' in body) || !('accountId' in body))
    return null;
  const { connectionId, accountId } = body;
  return typeof connectionId === 'string' && typeof accountId === 'string'
    ? { connectionId, accountId }
    : null;
}

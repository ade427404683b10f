import { endpointPath } from '../common/endpointPath.ts';
import { FlinksKitError } from '@flinks-kit/core';
import type { FlinksServerOptions } from '../context/FlinksServerOptions.ts';
import { refusal } from '../common/refusals.ts';
import { userRoutes } from './routes.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { completeReturn } from '../operations/completeReturn.ts';
import { isNavigation } from './isNavigation.ts';
import {
  createSignatureCheck,
  readSignature,
  type SignatureCheck,
} from '../webhooks/createSignatureCheck.ts';
import { receiveWebhook } from '../webhooks/receiveWebhook.ts';
import { corsHeaders, preflightAnswer } from './cors.ts';
import { createBodyBudget } from './createBodyBudget.ts';
import { createRateLimit } from './createRateLimit.ts';
import { createRouteFinder } from './createRouteFinder.ts';
import { proveSameOrigin } from './proveSameOrigin.ts';
import { type Answer, type AnswerRequest, isAnswer, toResponse, toWebHandler } from './Answer.ts';
import { readBytes } from './body.ts';
import { type HttpRequest, toHttpRequest } from './HttpRequest.ts';
import { identifyUser } from './identifyUser.ts';
import { jsonAnswer, problemAnswer, securityHeaders } from './respond.ts';

/** Request pipeline, in order: route, CSRF check, authentication, rate limit, body. */
export function createHandler<Context>(
  context: ServerContext,
  options: FlinksServerOptions<Context>,
): FlinksHandler<Context> {
  const allowedOrigins: ReadonlySet<string> = new Set(options.allowedOrigins);
  const mayCall = options.rateLimit ?? createRateLimit();
  const deliveries = createBodyBudget(deliveryBytes);
  const base = endpointPath(options.endpoint);
  const isSigned = options.webhook === undefined ? null : createSignatureCheck(options.webhook.secrets);

  const rules = { warn: context.warn, allowedOrigins };
  const identify = (request: HttpRequest, platform: Context) =>
    identifyUser(rules, options.identify, request.toRequest(), platform);

  async function answer(request: HttpRequest, platform: Context): Promise<Answer | Response> {
    const { pathname } = request;
    if (!pathname.startsWith(`${base}/`)) throw refusal('not-found');
    // Frameworks may put a slash at the end, such as Next by `trailingSlash`: it is the same route.
    const path = pathname.slice(base.length).replace(/\/$/, '');
    if (path === '/webhook' && isSigned !== null) return answerWebhook(request, isSigned);
    const state = returnState(path, request.method);
    if (state !== null) return answerReturn(request, platform, state);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const match = findRoute(method, path);
    if (match.status === 'no-path') throw refusal('not-found');
    if (match.status === 'no-method') {
      return problemAnswer(refusal('method-not-allowed'), { allow: match.allowed.join(', ') });
    }
    const { route, parameter } = match;
    if (method !== 'GET') proveSameOrigin(request, allowedOrigins);
    const identity = await identify(request, platform);
    if (identity.userId === null) {
      if (identity.response !== null) return identity.response;
      throw refusal('not-signed-in');
    }
    if (!(await isWithinLimit(identity.userId, route.name))) throw refusal('too-many-requests');
    return route.answer({ context, userId: identity.userId, request, id: parameter });
  }

  const isWithinLimit = (userId: string, route: string): boolean | Promise<boolean> =>
    mayCall({ userId, route, now: context.clock.now() });

  // No browser and no user: the signature is the proof. Only exactly 200 counts as received (docs/flinks/api.md 8).
  async function answerWebhook(request: HttpRequest, check: SignatureCheck): Promise<Answer> {
    if (request.method !== 'POST') return problemAnswer(refusal('method-not-allowed'), { allow: 'POST' });
    const received = deliveries.run((held) =>
      receiveWebhook(context, check, {
        header: request.header,
        readBody: (limit) => readBytes(request, limit, held),
      }),
    );
    await received.catch((error: unknown) => {
      const isForged = error instanceof FlinksKitError && error.code === 'signature-invalid';
      if (!isForged || request.parsedAway === undefined || readSignature(request.header) === undefined)
        throw error;
      context.warn(`A webhook was refused, and perhaps not for its secret. ${rewrittenWebhook}`);
      throw refusal('signature-invalid', { note: rewrittenWebhook });
    });
    return jsonAnswer({});
  }

  // A navigation by the bank's page: no proof of origin is to be had, and the state is the proof. Only a navigation
  // uses it up: a browser that fetches ahead comes once more.
  async function answerReturn(
    request: HttpRequest,
    platform: Context,
    state: string,
  ): Promise<Answer | Response> {
    if (!isNavigation(request)) throw refusal('navigation-required');
    const identity = await identify(request, platform);
    if (identity.userId === null && identity.response !== null) return identity.response;
    const { userId } = identity;
    if (userId !== null && !(await isWithinLimit(userId, 'completeReturn')))
      throw refusal('too-many-requests');
    const page = await completeReturn(context, userId, state, request.url);
    if (page === null) throw refusal('not-found');
    return { status: 303, headers: { ...securityHeaders, location: page }, body: null };
  }

  async function answerAll(request: HttpRequest, platform: Context): Promise<Answer | Response> {
    const cors = corsHeaders(request, allowedOrigins);
    if (request.method === 'OPTIONS') return preflightAnswer(request, cors);
    let given: Answer | Response;
    try {
      given = await answer(request, platform);
    } catch (error) {
      if (!isForeseen(error) && !isAbort(error, request))
        context.warn('A request could not be answered.', error);
      given = problemAnswer(error);
    }
    if (cors === null) return given;
    if (isAnswer(given)) return { ...given, headers: { ...given.headers, ...cors } };
    for (const [name, value] of Object.entries(cors)) given.headers.set(name, value);
    return given;
  }

  // Without a second argument, `Context` is `unknown` by the type of `FlinksHandler`, and `undefined` is one of its values.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const answerAny = (request: HttpRequest, platform: unknown) => answerAll(request, platform as Context);
  const answerRequest: AnswerRequest = (request, platform) =>
    request.method === 'HEAD' ? answerAny(request, platform).then(withoutBody) : answerAny(request, platform);
  const handler: FlinksHandler<Context> = async (request, ...rest) => {
    if (!isWebRequest(request)) throw notWebRequest();
    return toResponse(await answerRequest(toHttpRequest(request), rest[0]));
  };
  return toWebHandler(handler, answerRequest);
}

const rewrittenWebhook =
  'Its body was parsed before it reached this handler and written out again, so its bytes may not be those that Flinks signed. Mount the handler before express.json(), or keep the bytes: express.json({ verify: (req, res, bytes) => { req.rawBody = bytes; } }). In an API route of Next’s pages: export const config = { api: { bodyParser: false } }.';

// Any sender may call the webhook, and a signature is checked over the whole body: two of the largest deliveries.
const deliveryBytes = 40 * 1024 * 1024;

const findRoute = createRouteFinder(userRoutes);
const findReturn = createRouteFinder([{ method: 'GET', path: '/return/:state' }]);

function returnState(path: string, method: string): string | null {
  if (!path.startsWith('/return/')) return null;
  const match = findReturn(method, path);
  return match.status === 'found' ? match.parameter : null;
}

/** What HEAD gets: the answer to GET without its body. */
const withoutBody = (given: Answer | Response): Answer | Response =>
  isAnswer(given)
    ? { ...given, body: null }
    : new Response(null, { status: given.status, headers: given.headers });

const isForeseen = (error: unknown): boolean => error instanceof FlinksKitError && error.status !== null;

/** Whether the client went away, and `identify` gave up for it: `fetch` with the request's signal rejects with its reason. */
function isAbort(error: unknown, request: HttpRequest): boolean {
  const { signal } = request.toRequest();
  return signal.aborted && error === signal.reason;
}

/** The handler: `context` may be left out where `identify` does not name its type. */
export type FlinksHandler<Context> = (
  request: Request,
  ...context: unknown extends Context ? [context?: Context] : [context: Context]
) => Promise<Response>;

// By its form, since a platform or a test may bring a `Request` class of its own.
function isWebRequest(request: unknown): boolean {
  if (!(request instanceof Object)) return false;
  const headers: unknown = Reflect.get(request, 'headers');
  return headers instanceof Object && typeof Reflect.get(headers, 'get') === 'function';
}

const notWebRequest = () =>
  new TypeError(
    'flinks.handler was called without a Web-standard Request, so nothing was answered. With Node’s http, Express or Fastify wrap it: toNodeHandler(flinks.handler) from "@flinks-kit/server/node". With Hono pass context.req.raw.',
  );

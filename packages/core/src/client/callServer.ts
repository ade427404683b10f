import { FlinksKitError } from '../codes/FlinksKitError.ts';
import { isRecord } from '../internal/isRecord.ts';
import { clientHeader, type FetchHandler, type ProblemDetails } from './flinksRoutes.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Makes one request to our server and reads its answer; a refusal or no answer becomes a `FlinksKitError`. */
export async function callServer<Answer>(call: ServerCall<Answer>): Promise<Answer> {
  const response = await reach(call);
  // A proxy, a login page or another program may answer in our server's place.
  const body = await readJson(response, call.signal);
  if (isProblem(body)) throw toError(response.status, body);
  if (response.ok && call.isAnswer(body)) return body;
  throw unreadable(response.status);
}

/** One request in the kit's own terms. */
export interface ServerCall<Answer = unknown> {
  readonly endpoint: string;
  readonly fetch: FetchHandler;
  readonly route: { readonly method: string; readonly path: string };
  readonly id?: string | undefined;
  /** What follows the path, with its question mark. */
  readonly query?: string | undefined;
  readonly body?: unknown;
  /** Is this what the route returns? Checks what the kit reads first; anything else is `answer-unreadable`. */
  readonly isAnswer: (body: unknown) => body is Answer;
  readonly signal?: AbortSignal | undefined;
  readonly keepalive?: boolean | undefined;
  readonly credentials?: RequestCredentials | undefined;
}

async function reach(call: ServerCall): Promise<Response> {
  const request = new Request(addressOf(call), {
    method: call.route.method,
    headers: { accept: 'application/json', 'content-type': 'application/json', [clientHeader]: '1' },
    credentials: call.credentials ?? 'same-origin',
    keepalive: call.keepalive ?? false,
    signal: call.signal ?? null,
    body: JSON.stringify(call.body),
  });
  try {
    return await call.fetch(request);
  } catch {
    // An abort is not a failure: the query library recognizes it by its reason.
    call.signal?.throwIfAborted();
    // Without the foreign error as its cause: it may carry the request, and with it a `LoginId`.
    throw new FlinksKitError(
      'The server gave no answer, so the outcome is unknown. Check the network and try again.',
      { code: 'unreachable', retry: true },
    );
  }
}

/**
 * The address of a call. A path is resolved against the page; outside a page (a server render, a worker) only a whole
 * address can work, and anything else throws.
 */
export function addressOf({ endpoint, route, id, query = '' }: Addressed): string {
  const path = id === undefined ? route.path : route.path.replace(':id', encodeURIComponent(id));
  try {
    return new URL(endpoint.replace(/\/+$/, '') + path + query, globalThis.location?.href).href;
  } catch {
    throw new FlinksKitError(
      `The endpoint "${endpoint}" leads nowhere without a page. Give the whole address.`,
      { code: 'endpoint-unusable' },
    );
  }
}

type Addressed = Pick<ServerCall, 'endpoint' | 'route' | 'id' | 'query'>;

async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    signal?.throwIfAborted();
    throw unreadable(response.status);
  }
}

function isProblem(body: unknown): body is ProblemDetails {
  return isRecord(body) && typeof body['code'] === 'string' && typeof body['detail'] === 'string';
}

function toError(status: number, { code, detail, flinksCode, retry }: ProblemDetails): FlinksKitError {
  return new FlinksKitError(detail, { code, flinksCode, retry, status });
}

function unreadable(status: number): FlinksKitError {
  // The advice is for developers, so a production bundle does not carry it.
  return new FlinksKitError(
    `The server answered ${status}, so the outcome is unknown.${
      process.env.NODE_ENV === 'production'
        ? ''
        : ' This is something else than the route returns. Check that the endpoint leads to createFlinksServer.'
    }`,
    { code: 'answer-unreadable', retry: status >= 500, status },
  );
}

/**
 * Hands a call to the browser, which makes it even while the page goes away. `false` where it can't: outside a page,
 * with a full queue, or towards another origin, where a beacon (it carries no header of ours) would prove nothing. On
 * the page's own origin the browser itself marks where the call comes from.
 */
export function sendBeacon(call: Pick<ServerCall, 'endpoint' | 'route' | 'id' | 'body'>): boolean {
  const page: Partial<Pick<Window, 'location' | 'navigator'>> = globalThis;
  if (!page.location || !page.navigator?.sendBeacon) return false;
  const address = addressOf(call);
  if (!address.startsWith(`${page.location.origin}/`)) return false;
  const body = new Blob([JSON.stringify(call.body)], { type: 'application/json' });
  return page.navigator.sendBeacon(address, body);
}

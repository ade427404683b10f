import { FlinksKitError } from '../codes/FlinksKitError.ts';
import { isProblem } from './answers.ts';
import { clientHeader, type FetchHandler } from './flinksRoutes.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** Makes one request to our server and reads its answer; a refusal or no answer becomes a `FlinksKitError`. */
export async function callServer<Answer>(call: ServerCall<Answer>): Promise<Answer> {
  const request = new Request(addressOf(call), {
    method: call.route.method,
    headers: { accept: 'application/json', 'content-type': 'application/json', [clientHeader]: '1' },
    credentials: call.credentials ?? 'same-origin',
    keepalive: call.keepalive ?? false,
    signal: call.signal ?? null,
    body: JSON.stringify(call.body),
  });
  // Called as a function and not as a method of `call`: a browser's own `fetch` accepts no other owner.
  const send = call.fetch ?? fetch;
  let response: Response | undefined;
  let body: unknown;
  try {
    response = await send(request);
    // The app's own `fetch` may have read the body, for a log: then nothing is left of it.
    if (!response.bodyUsed) body = await response.json();
  } catch (error) {
    // An abort is not a failure: the query library recognizes it by its reason.
    call.signal?.throwIfAborted();
    // A page in place of JSON is an answer, though an unreadable one; a body that breaks off is none. By its name: a test
    // environment may have another `SyntaxError` than `fetch` has.
    if (!response || !/^SyntaxError/.test(String(error))) throw unreachable();
  }
  if (isProblem(body)) throw new FlinksKitError(body.detail, { ...body, status: response.status });
  // A proxy, a login page or another program may answer in our server's place.
  if (response.ok && call.isAnswer(body)) return body;
  throw unreadable(response.status);
}

/** One request in the kit's own terms. */
export interface ServerCall<Answer = unknown> {
  readonly endpoint: string;
  /** Makes the request; the platform's `fetch` unless given. */
  readonly fetch?: FetchHandler | undefined;
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

/**
 * The address of a call. A path is resolved against the page; outside a page (a server render, a worker) only a whole
 * address can work, and anything else throws.
 */
function addressOf({ endpoint, route, id, query = '' }: Addressed): string {
  const path = id === undefined ? route.path : route.path.replace(':id', encodeURIComponent(id));
  try {
    return new URL(endpoint.replace(/\/+$/, '') + path + query, globalThis.location?.href).href;
  } catch {
    throw new FlinksKitError(
      `The endpoint "${endpoint}" leads nowhere${
        process.env.NODE_ENV === 'production' ? '' : ' without a page. Give the whole address'
      }.`,
      { code: 'endpoint-unusable' },
    );
  }
}

type Addressed = Pick<ServerCall, 'endpoint' | 'route' | 'id' | 'query'>;

// Without the foreign error as its cause: it may carry the request, and with it a `LoginId`.
function unreachable(): FlinksKitError {
  return new FlinksKitError(`The server gave no answer${unknownOutcome}`, {
    code: 'unreachable',
    retry: true,
  });
}

function unreadable(status: number): FlinksKitError {
  // The advice is for developers, so a production bundle does not carry it.
  return new FlinksKitError(
    `The server answered ${status}${unknownOutcome}${
      process.env.NODE_ENV === 'production'
        ? ''
        : ' This is something else than the route returns. Check that the endpoint leads to createFlinksServer, and that a fetch function of your own reads the body of a clone() only.'
    }`,
    { code: 'answer-unreadable', retry: status >= 500, status },
  );
}

const unknownOutcome = ', so the outcome is unknown.';

/**
 * Hands a call to the browser, which makes it even while the page goes away. `false` where it can't: outside a page,
 * with a full queue, or towards another origin, where a beacon (it carries no header of ours) would prove nothing. On
 * the page's own origin the browser itself marks where the call comes from.
 */
export function sendBeacon(call: Pick<ServerCall, 'endpoint' | 'route' | 'id' | 'body'>): boolean {
  const page: Partial<Pick<Window, 'location' | 'navigator'>> = globalThis;
  if (!page.navigator?.sendBeacon) return false;
  const address = addressOf(call);
  if (!address.startsWith(`${page.location?.origin}/`)) return false;
  const body = new Blob([JSON.stringify(call.body)], { type: 'application/json' });
  return page.navigator.sendBeacon(address, body);
}

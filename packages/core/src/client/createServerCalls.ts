import { FlinksKitError } from '../codes/FlinksKitError.ts';
import type { CallOptions } from '../session/connectClient.ts';
import type { ConnectReport } from '../session/report.ts';
import { type Check, isAnything, isProblem } from './answers.ts';
import type { CreateFlinksClientOptions } from './createFlinksClient.ts';
import { clientHeader, type FlinksRouteName, flinksRoutes } from './flinksRoutes.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** How a client calls the server of its options. */
export function createServerCalls(options: CreateFlinksClientOptions): ServerCalls {
  const { endpoint, credentials = 'same-origin' } = options;

  // A path is resolved against the page. Outside a page (a server render, a worker) only a whole address can work.
  function addressOf(path: string, id = '', query = ''): URL {
    try {
      const route = path.replace(':id', encodeURIComponent(id));
      return new URL(endpoint.replace(/\/+$/, '') + route + query, globalThis.location?.href);
    } catch {
      throw new FlinksKitError(
        `The endpoint "${endpoint}" leads nowhere${
          process.env.NODE_ENV === 'production' ? '' : ' without a page. Give the whole address'
        }.`,
        { code: 'endpoint-unusable' },
      );
    }
  }

  async function call<Answer>(
    name: FlinksRouteName,
    isAnswer: Check<Answer>,
    { signal, id, query, body, keepalive = false }: CallParts = {},
  ): Promise<Answer> {
    const { method, path } = flinksRoutes[name];
    const request = new Request(addressOf(path, id, query), {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', [clientHeader]: '1' },
      credentials,
      keepalive,
      signal: signal ?? null,
      body: JSON.stringify(body),
    });
    // Called as a function and not as a method of `options`: a browser's own `fetch` accepts no other owner.
    const send = options.fetch ?? fetch;
    let response: Response | undefined;
    let answer: unknown;
    try {
      response = await send(request);
      // The app's own `fetch` may have read the body, for a log: then nothing is left of it.
      if (!response.bodyUsed) answer = await response.json();
    } catch (error) {
      // An abort is not a failure: the query library recognizes it by its reason.
      signal?.throwIfAborted();
      // A page in place of JSON is an answer, though an unreadable one; a body that breaks off is none. By its name: a test
      // environment may have another `SyntaxError` than `fetch` has.
      if (!response || !/^SyntaxError/.test(String(error))) {
        // Without the foreign error as its cause: it may carry the request, and with it a `LoginId`.
        throw new FlinksKitError(`The server gave no answer${unknownOutcome}`, {
          code: 'unreachable',
          retry: true,
        });
      }
    }
    const { status } = response;
    if (isProblem(answer)) throw new FlinksKitError(answer.detail, { ...answer, status });
    // A proxy, a login page or another program may answer in our server's place.
    if (response.ok && isAnswer(answer)) return answer;
    // The advice is for developers, so a production bundle does not carry it.
    throw new FlinksKitError(
      `The server answered ${status}${unknownOutcome}${
        process.env.NODE_ENV === 'production'
          ? ''
          : ' This is something else than the route returns. Check that the endpoint leads to createFlinksServer, and that a fetch function of your own reads the body of a clone() only.'
      }`,
      { code: 'answer-unreadable', retry: status >= 500, status },
    );
  }

  /**
   * Hands the report to the browser, which sends it even while the page goes away. A request of ours does the same where
   * the browser can't: outside a page, with a full queue, or towards another origin, where a beacon (it carries no header
   * of ours) would prove nothing. On the page's own origin the browser itself marks where a beacon comes from.
   */
  async function sendReport(id: string, body: ConnectReport): Promise<void> {
    const page: Partial<Pick<Window, 'location' | 'navigator'>> = globalThis;
    const address = addressOf(flinksRoutes.sendReport.path, id);
    // An app's own fetch function may add headers that its server needs, and is what a test watches.
    if (!options.fetch && address.origin === page.location?.origin) {
      const json = new Blob([JSON.stringify(body)], { type: 'application/json' });
      if (page.navigator?.sendBeacon?.(address.href, json)) return;
    }
    await call('sendReport', isAnything, { id, body, keepalive: true });
  }

  return { call, sendReport };
}

/** The two ways to call our server. Each is one request; a refusal or no answer becomes a `FlinksKitError`. */
interface ServerCalls {
  /** Reads the answer. `isAnswer` checks what the kit reads first; anything else is `answer-unreadable`. */
  readonly call: <Answer>(
    name: FlinksRouteName,
    isAnswer: Check<Answer>,
    parts?: CallParts,
  ) => Promise<Answer>;
  readonly sendReport: (id: string, body: ConnectReport) => Promise<unknown>;
}

/** What one request consists of, beside its route. */
interface CallParts extends CallOptions {
  readonly id?: string | undefined;
  /** What follows the path, with its question mark. */
  readonly query?: string | undefined;
  readonly body?: unknown;
  readonly keepalive?: boolean | undefined;
}

const unknownOutcome = ', so the outcome is unknown.';

import { FlinksKitError } from '../codes/FlinksKitError.ts';
import type { CallOptions, ConnectClient } from '../session/connectClient.ts';
import {
  type Check,
  isAccountsSnapshot,
  isConnection,
  isConnections,
  isDeletionOutcome,
  isInstitutions,
  isOpenedSession,
  isProblem,
  isRefreshOutcome,
  isSessionStatus,
  isText,
} from './answers.ts';
import { checkClientOptions } from './checkClientOptions.ts';
import type { AccountsClient, CacheOwner, ConnectionsClient, InstitutionsClient } from './flinksClient.ts';
import { clientHeader, type FetchHandler, type FlinksMethod, type FlinksPath } from './flinksRoutes.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The client of our own server: every method is one request below `endpoint`. Methods reject with a
 * `FlinksKitError`, or with the reason of the signal when the caller aborted.
 *
 * @throws FlinksKitError (`invalid-option`) during development, with a sentence that states what to write.
 */
export function createFlinksClient(options: CreateFlinksClientOptions): HttpFlinksClient {
  if (process.env.NODE_ENV !== 'production') checkClientOptions(options);
  const { endpoint, credentials } = options;

  // A path is resolved against the page. Outside a page (a server render, a worker) only a whole address can work.
  function addressOf(path: string, id = ''): URL {
    try {
      // An id of another form than ours leads to no route: a browser would take `..` for the folder above.
      const target = path.replace(':id', id.replace(/[^\w-]/g, '~') || '~');
      return new URL(endpoint.replace(/\/+$/, '') + target, globalThis.location?.href);
    } catch {
      throw new FlinksKitError(
        `The endpoint "${endpoint}" leads nowhere${
          process.env.NODE_ENV === 'production' ? '' : ' without a page. Give the whole address'
        }.`,
        { code: 'endpoint-unusable' },
      );
    }
  }

  /** Makes one request and reads its answer. `isAnswer` checks what the kit reads of it. */
  async function call<Answer, Path extends FlinksPath>(
    method: FlinksMethod<Path>,
    path: Path,
    isAnswer: Check<Answer>,
    { signal, keepalive }: CallOptions & { readonly keepalive?: boolean } = {},
    id?: string,
    body?: object,
  ): Promise<Answer> {
    // The platform takes `undefined` for its own choice; only its type does not.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const request = new Request(addressOf(path, id), {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', [clientHeader]: '1' },
      credentials,
      keepalive,
      signal,
      body: JSON.stringify(body),
    } as RequestInit);
    let response: Response | undefined;
    let answer: unknown;
    try {
      // Called as a function and not as a method of `options`: a browser's own `fetch` accepts no other owner.
      response = await (options.fetch ?? fetch)(request);
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
    if (isProblem(answer)) {
      // By name, since a body must not set the error's `cause`.
      throw new FlinksKitError(answer.detail, {
        code: answer.code,
        flinksCode: isText(answer.flinksCode) ? answer.flinksCode : null,
        retry: answer.retry,
        status,
      });
    }
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

  return {
    scope: options.scope,
    // Without a user nothing is read: an id that got lost on the way must not share a cache with others.
    userId: options.userId ?? null,
    openSession: (body, given) => call('POST', '/sessions', isOpenedSession, given, '', body),
    getSession: (id, given) => call('GET', '/sessions/:id', isSessionStatus, given, id),
    linkConnection: (body, given) => call('POST', '/connections', isConnection, given, '', body),
    listConnections: (given) => call('GET', '/connections', isConnections, given),
    getConnection: (id, given) => call('GET', '/connections/:id', isConnection, given, id),
    getAccounts: (id, given) => call('GET', '/connections/:id/accounts', isAccountsSnapshot, given, id),
    refreshConnection: (id, given) =>
      call('POST', '/connections/:id/refresh', isRefreshOutcome, given, id, {}),
    setNightlyRefresh: (id, enabled, given) =>
      call('PUT', '/connections/:id/nightly-refresh', isConnection, given, id, { enabled }),
    listInstitutions: (language, given) =>
      call('GET', `/institutions?language=${language}`, isInstitutions, given),
    deleteConnection: (id, given) => call('DELETE', '/connections/:id', isDeletionOutcome, given, id),
    // Best effort: the page may be going away, so a failure is ignored.
    async sendReport(id, body) {
      try {
        const address = addressOf('/sessions/:id/report', id);
        // A beacon leaves even while the page goes away. It carries no header of ours, so it proves nothing but on the
        // page's own origin, where the browser itself marks where it comes from. An app's own fetch function may add
        // headers that its server needs, and is what a test watches.
        if (!options.fetch && address.origin === globalThis.location?.origin) {
          const json = new Blob([JSON.stringify(body)], { type: 'application/json' });
          if (globalThis.navigator?.sendBeacon?.(address.href, json)) return;
        }
        // Nothing is read of the answer, so any check will do.
        await call('POST', '/sessions/:id/report', isText, { keepalive: true }, id, body);
      } catch {
        // Neither left.
      }
    },
  };
}

/** Where our server answers, and how to get there. */
export interface CreateFlinksClientOptions {
  /** The server's `endpoint`: a path of this origin (`/api/flinks`) or a whole address. */
  readonly endpoint: string;
  /** Makes the request; the platform's `fetch` unless given. */
  readonly fetch?: FetchHandler | undefined;
  /** The signed-in user, so that two users of one tab share no cache; `null` while no user is signed in. */
  readonly userId: string | null;
  /** Separates two back ends on one page; never derived from `endpoint`, which a server that renders does not share. */
  readonly scope?: string | undefined;
  /** `'include'` when the server is on another origin and reads a cookie; `'same-origin'` unless given. */
  readonly credentials?: RequestCredentials | undefined;
}

/** A `FlinksClient` with every method. */
export type HttpFlinksClient = CacheOwner & { readonly userId: string | null } & Required<ConnectClient> &
  AccountsClient &
  ConnectionsClient &
  InstitutionsClient;

const unknownOutcome = ', so the outcome is unknown.';

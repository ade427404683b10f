import { type Clock, FlinksKitError, type FetchHandler } from '@flinks-kit/core';
import { Sealed } from '../crypto/Sealed.ts';
import type { FlinksAnswer } from './FlinksAnswer.ts';
import type { FlinksCredentials, FlinksHeaderSets } from './FlinksCredentials.ts';
import { endOfTurn } from '../common/endOfTurn.ts';
import { fixedTiming, type FlinksTiming } from '../common/timing.ts';
import { tokenRefused } from './tokenRefused.ts';
import { type FlinksReply, readFlinksAnswer, readFlinksJson, withoutFuture } from './readFlinksAnswer.ts';

/**
 * Flinks' HTTP API, as far as the kit uses it (docs/flinks/api.md 2). The only file that knows keys and header names.
 * Every method answers a `FlinksAnswer`, refusals included; it throws a `FlinksKitError` only when there is no
 * answer to read (`flinks-unreachable`, `flinks-unreadable`) or no token to be had (`flinks-busy`, `flinks-keys-refused`).
 */
export function createFlinksApi(
  credentials: FlinksCredentials,
  { clock, timing }: FlinksApiClocks,
): FlinksApi {
  const { secretKey, apiKey, bearer } = credentials;
  const call = callThrough(credentials.fetch);
  const headers: FlinksHeaderSets = {
    token: () => ({ 'flinks-auth-key': secretKey }),
    authorize: (token) => ({ 'flinks-auth-key': token }),
    data: () => ({ 'x-api-key': apiKey }),
    lifecycle: () => ({ 'x-api-key': apiKey }),
    status: () => ({ authorization: `Bearer ${bearer ?? apiKey}` }),
    ...credentials.headers,
  };
  const base = `${credentials.apiUrl ?? `https://${credentials.instance}-api.private.fin.ag`}/v3/${credentials.customerId}/BankingServices`;

  function send(
    method: string,
    path: string,
    sent: Record<string, string>,
    body?: object,
  ): Promise<FlinksReply> {
    const limit = new AbortController();
    const init = {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...sent },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: limit.signal,
      // Flinks' API has no redirects, and one to another host would take the keys along. Workers know no 'error'.
      redirect: 'manual' as const,
    };
    // Flinks ends a call after 210 seconds (docs/flinks/api.md 3.3); a little later, no answer comes any more.
    return new Promise((resolve, reject) => {
      const cancel = clock.after(timing.syncHoldMs + fixedTiming.callMarginMs, () => {
        limit.abort();
        // Not left to the signal alone: a fetch function of the app may look at none.
        reject(unreachable(new Error('no answer in time')));
      });
      receive(call, base + path, init).then(
        (reply) => {
          cancel();
          return resolve(reply);
        },
        (cause: unknown) => {
          cancel();
          reject(cause instanceof FlinksKitError ? cause : unreachable(withoutSecrets(cause)));
        },
      );
    });
  }

  const readAnswer = (reply: FlinksReply): FlinksAnswer =>
    withoutFuture(readFlinksAnswer(reply), clock.now());

  async function mintToken(): Promise<Sealed> {
    const answer = readAnswer(await send('POST', '/GenerateAuthorizeToken', headers.token()));
    const token = answer.body['Token'];
    if (answer.kind === 'done' && typeof token === 'string') return new Sealed(token);
    throw tokenRefused(answer);
  }

  // One token covers a whole conversation, also one that is polled (docs/flinks/api.md 1.3, 2.3).
  const askAsync = async (token: Sealed, body: object) =>
    readAnswer(await send('POST', '/AuthorizeAsync', headers.authorize(token.reveal()), body));

  // The async endpoint of a data call is polled by GET; a first call is made by POST (docs/flinks/api.md 2.7).
  const data = async (endpoint: string, requestId: Sealed, options: object) =>
    readAnswer(
      await send('POST', `/${endpoint}`, headers.data(), { RequestId: requestId.reveal(), ...options }),
    );
  const poll = async (endpoint: string, requestId: Sealed) =>
    readAnswer(await send('GET', `/${endpoint}/${encodeURIComponent(requestId.reveal())}`, headers.data()));

  return {
    mintToken,
    async authorize({ login, live, language }) {
      const token = await mintToken();
      const body = {
        LoginId: login.reveal(),
        MostRecentCached: !live,
        ...(live ? { Save: true } : {}),
        Language: language,
      };
      return readAnswer(await send('POST', '/Authorize', headers.authorize(token.reveal()), body));
    },
    async authorizeAsync({ login, language }) {
      const token = await mintToken();
      const body = { LoginId: login.reveal(), MostRecentCached: false, Save: true, Language: language };
      return { answer: await askAsync(token, body), token };
    },
    pollAuthorize: (requestId, token) => askAsync(token, { RequestId: requestId.reveal() }),
    getSummary: (requestId) => data('GetAccountsSummary', requestId, {}),
    getSummaryAsync: (requestId) => poll('GetAccountsSummaryAsync', requestId),
    getDetail: (requestId, accountIds) =>
      data('GetAccountsDetail', requestId, {
        WithAccountIdentity: true,
        WithKYC: true,
        WithTransactions: false,
        ...(accountIds === null ? {} : { AccountsFilter: accountIds }),
      }),
    getDetailAsync: (requestId) => poll('GetAccountsDetailAsync', requestId),
    async setNightlyRefresh(login, enabled) {
      const body = { loginId: login.reveal(), isActivated: enabled };
      const reply = await send('PATCH', '/SetScheduledRefresh', headers.lifecycle(), body);
      // Success is a bare sentence, not an object (docs/flinks/api.md 2.9).
      if (reply.status === 200 && typeof readFlinksJson(reply) === 'string') return null;
      return readAnswer(reply);
    },
    deleteCard: async (login) =>
      readAnswer(
        await send('DELETE', `/DeleteCard/${encodeURIComponent(login.reveal())}`, headers.lifecycle()),
      ),
    getInstitutions: async (skip, take) =>
      readFlinksJson(await send('GET', `/Institutions?skip=${skip}&take=${take}`, headers.data())),
    getNightlyRefreshStatus: async () =>
      readFlinksJson(await send('GET', '/GetNightlyRefreshStatus', headers.status())),
  };
}

/** What limits a call. */
export interface FlinksApiClocks {
  readonly clock: Clock;
  readonly timing: Pick<FlinksTiming, 'syncHoldMs'>;
}

/** The calls, each named after its endpoint. */
export interface FlinksApi {
  /** A single-use authorize token: for one loading of one frame, or one Authorize. */
  mintToken(): Promise<Sealed>;
  /** Cached (the outcome of the last refresh) or live (reads the bank, billed), with a token of its own. */
  authorize(asked: AuthorizeRequest): Promise<FlinksAnswer>;
  /** A live refresh in the background: `pending`, with the RequestId to poll it by. */
  authorizeAsync(asked: Omit<AuthorizeRequest, 'live'>): Promise<BackgroundAuthorize>;
  /** The status of that refresh. */
  pollAuthorize(requestId: Sealed, token: Sealed): Promise<FlinksAnswer>;
  getSummary(requestId: Sealed): Promise<FlinksAnswer>;
  getSummaryAsync(requestId: Sealed): Promise<FlinksAnswer>;
  /** `accountIds` is Flinks' `AccountsFilter`; `null` asks for every account. */
  getDetail(requestId: Sealed, accountIds: readonly string[] | null): Promise<FlinksAnswer>;
  getDetailAsync(requestId: Sealed): Promise<FlinksAnswer>;
  /** `null` when Flinks confirmed; otherwise its refusal. */
  setNightlyRefresh(login: Sealed, enabled: boolean): Promise<FlinksAnswer | null>;
  deleteCard(login: Sealed): Promise<FlinksAnswer>;
  /** A page of the banks that Flinks knows, as it came. */
  getInstitutions(skip: number, take: number): Promise<unknown>;
  getNightlyRefreshStatus(): Promise<unknown>;
}

/** One Authorize of a stored login. */
export interface AuthorizeRequest {
  readonly login: Sealed;
  readonly live: boolean;
  readonly language: 'en' | 'fr';
}

/** A refresh that was started, and the token that every poll of it needs. */
export interface BackgroundAuthorize {
  readonly answer: FlinksAnswer;
  readonly token: Sealed;
}

// The platform's fetch makes a Request of its own, so only the app's handler is given one.
const callThrough =
  (handler: FetchHandler | undefined): Call =>
  (url, init) =>
    handler === undefined ? fetchInTurn(url, init) : handler(new Request(url, init));

type Call = (url: string, init: RequestInit) => Promise<Response>;

// Each step that follows is then done for all answers that came together.
async function fetchInTurn(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  await endOfTurn();
  return response;
}

// A body may stall like a call may, so it is read under the same limit.
async function receive(call: Call, url: string, init: RequestInit): Promise<FlinksReply> {
  const response = await call(url, init);
  const { status, headers } = response;
  // A fetch function of the app may follow them all the same.
  if (response.redirected || (status >= 300 && status < 400))
    throw unreachable(new Error('The host redirected the call.'));
  return { status, date: headers.get('date'), text: await readText(response, headers) };
}

// Accounts and a year of transactions are a few megabytes. What is longer is no answer of Flinks.
const mostBytes = 32 * 1024 * 1024;
const shortBytes = 64 * 1024;
// Of all answers of a process that are read at once. A short one always has its space.
const mostBytesAtOnce = 4 * mostBytes;
const alwaysReadBytes = 1024 * 1024;
let bytesAtOnce = 0;

function readText(response: Response, headers: Headers): Promise<string> {
  // Of a short answer the platform makes one text. A packed one may be longer than it announces.
  const announced = Number(headers.get('content-length') ?? NaN);
  const isShort = announced <= shortBytes && !headers.has('content-encoding');
  return isShort ? response.text() : readLongText(response);
}

async function readLongText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      bytesAtOnce += part.value.byteLength;
      if (size > mostBytes) throw unreachable(new Error('The host sent more than 32 MiB.'));
      if (size > alwaysReadBytes && bytesAtOnce > mostBytesAtOnce)
        throw unreachable(new Error('All answers at once are more than 128 MiB.'));
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    bytesAtOnce -= size;
  }
}

const unreachable = (cause: Error) =>
  new FlinksKitError(
    'Flinks could not be reached, so the outcome of the call is unknown. It may be made again; check the network and the instance if this goes on.',
    { code: 'flinks-unreachable', retry: true, cause },
  );

/**
 * What may be logged of what a fetch function threw. Any text of it may quote the address, and so a LoginId; an app's own
 * may throw the request itself, with its keys.
 */
function withoutSecrets(thrown: unknown, depth = 0): Error {
  if (!(thrown instanceof Error))
    return new Error('The fetch function rejected with a value that is not an error.');
  const name = /^[A-Za-z]{1,40}$/.test(thrown.name) ? thrown.name : 'Error';
  const code: unknown = 'code' in thrown ? thrown.code : undefined;
  const copy = new Error(typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : name);
  copy.name = name;
  // An error may be its own cause.
  if (thrown.cause instanceof Error && depth < 5) copy.cause = withoutSecrets(thrown.cause, depth + 1);
  return copy;
}

import type { Clock, EftPolicy, PrivateAccountField } from '@flinks-kit/core';
import type { ConnectParameters } from '@flinks-kit/core/wire';
import type { AuditEntry, FlinksEvent } from '../common/events.ts';
import type { FlinksCredentials } from '../flinks/FlinksCredentials.ts';
import type { FlinksStore } from '../store/FlinksStore.ts';
import type { FlinksTiming } from '../common/timing.ts';

/**
 * Everything that `createFlinksServer` takes. Four things are required; each of the others has a safe default.
 * `Context` is what the platform gives the handler beside a request, such as `NodeContext`.
 */
export interface FlinksServerOptions<Context = unknown> {
  /** The path under which the routes answer, such as `/api/flinks`. */
  readonly endpoint: string;
  readonly flinks: FlinksCredentials;
  /**
   * Returns the id of the signed-in user, read from the request; `null`, `undefined` and `''` mean that no user is
   * signed in (401). Any other value that is not a string is refused with 500 and a warning, and so are a text of more
   * than 512 bytes, one in which nothing can be seen, the words `'undefined'`, `'null'` and `'[object Object]'`, and a
   * text that has one of them as a part, such as `'acme-undefined'`. A `Response` that it returns or throws is sent when it is a 401, a
   * 403, or a redirect to this origin or one of `allowedOrigins`. Every route except the webhook calls it, and
   * everything that is stored belongs to that user.
   *
   * `context` is the second argument of `handler`: `{ incoming }` behind `toNodeHandler`, what a Next route or a Worker
   * was called with, and `undefined` elsewhere.
   */
  readonly identify: (request: Request, context: Context) => Identified | Promise<Identified>;
  /** Keys of 32 bytes in base64. The first seals; all open. Keep them out of the database's backups. */
  readonly encryption: { readonly keys: readonly string[] };
  /** Where connections are kept. In memory unless given; `onWarning` reports that once. */
  readonly store?: FlinksStore | undefined;
  readonly connect?: ServerConnectOptions | undefined;
  /** Takes Flinks' webhooks at `POST {endpoint}/webhook`, which is a 404 unless this is given. */
  readonly webhook?: ServerWebhookOptions | undefined;
  /** Private fields of accounts that this app wants in the browser after all. */
  readonly expose?: readonly PrivateAccountField[] | undefined;
  /** The rules by which accounts are assessed for EFT. */
  readonly eft?: EftPolicy | undefined;
  /** Other origins whose pages may call, such as `https://app.example`. None unless given. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** What to do when two users connect the same bank login. `'allow'` keeps two connections apart; both are audited. */
  readonly onSharedLogin?: 'allow' | 'deny' | undefined;
  readonly freshness?: FreshnessRule | undefined;
  /**
   * Whether users may switch the nightly refresh on, which Flinks bills and no longer actively supports. `false` unless
   * given: then `PUT …/nightly-refresh` refuses `enabled: true` (`nightly-refresh-off`). Switching off does not need the option.
   */
  readonly nightlyRefresh?: boolean | undefined;
  /**
   * Whether signed-in users may read the list of institutions, for a bank picker of your own. `false` unless given: then
   * `GET /institutions` is a 404 (`feature-off`).
   */
  readonly institutions?: boolean | undefined;
  /** Answers whether this user may call now. A limit in this process' memory unless given. */
  readonly rateLimit?: RateLimit | undefined;
  readonly onEvent?: ((event: FlinksEvent) => void | Promise<void>) | undefined;
  readonly onAudit?: ((entry: AuditEntry) => void | Promise<void>) | undefined;
  /** Receives, in one sentence each, what an operator should know. `console.warn` unless given. */
  readonly onWarning?: ((sentence: string, cause?: unknown) => void) | undefined;
  /** Keeps a serverless process alive until work under way is done. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  readonly clock?: Clock | undefined;
  readonly timing?: Partial<FlinksTiming> | undefined;
}

/** What `identify` returns. */
export type Identified = string | null | undefined | Response;

/** How the widget is opened. The browser chooses only language, institution and connection. */
export interface ServerConnectOptions {
  /** The widget's base address; `https://{instance}-iframe.private.fin.ag/v2/` unless given. */
  readonly url?: string | undefined;
  readonly parameters?: ServerConnectParameters | undefined;
  /** For banks and browsers that take the whole page to the bank (`oauthWindowRedirect`). Off unless given. */
  readonly redirect?: ConnectRedirect | undefined;
}

/** Where a full-page redirect lands, and where it goes on to. */
export interface ConnectRedirect {
  /** The endpoint as a browser reaches it, such as `https://app.example/api/flinks`. Flinks lands below it. */
  readonly publicUrl: string;
  /** The one page that the browser is sent on to, with `?flinks_session=…` and no id of Flinks. */
  readonly returnTo: string;
}

/** The widget's parameters that an app decides; the others are made again for every session. */
export type ServerConnectParameters = Omit<
  ConnectParameters,
  'authorizeToken' | 'requestId' | 'resumeSelectedAccounts' | 'institution' | 'tag' | 'redirectUrl'
>;

/**
 * What verifies that a login is this user's. `'enforce'`, unless given: Flinks read the bank while the session was
 * open, and no other verified owner may have caused that. `'webhook'`: a signed delivery that carries the session's tag
 * or the `RequestId` of its `REDIRECT`; until then a connection shows no data. `'audit'`: as `'enforce'`, but a login
 * that would be refused or hidden passes, and only the audit trail records it.
 */
export type FreshnessRule = 'enforce' | 'webhook' | 'audit';

/** How webhooks are known to be Flinks'. */
export interface ServerWebhookOptions {
  /** The instance's HMAC secrets. Any of them may sign, so that one can be replaced without losing a delivery. */
  readonly secrets: readonly string[];
}

/** Answers `true` when the call may go on. */
export type RateLimit = (call: {
  readonly userId: string;
  readonly route: string;
  readonly now: number;
}) => boolean | Promise<boolean>;

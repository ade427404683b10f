import type { Clock } from '@flinks-kit/core';
import type { SavedLogin } from './card.ts';
import type { SandboxCredentials } from './credentials.ts';
import type { Institution } from './institution.ts';
import type { JournalEntry } from './journal.ts';
import type { Scenario } from './scenario.ts';
import type { TestUser } from './testUser.ts';

/** How a sandbox behaves. Every default is what public evidence shows of Flinks. */
export interface SandboxOptions {
  /** The same seed and the same calls give the same ids, questions and transactions. */
  readonly seed?: string | undefined;
  /** The source of time: all of Flinks' time limits run on it. */
  readonly clock?: Clock | undefined;
  readonly credentials?:
    | { readonly [Name in keyof SandboxCredentials]?: SandboxCredentials[Name] | undefined }
    | undefined;
  /** Your own test users, besides Flinks'. The same username replaces a test user. */
  readonly people?: readonly TestUser[] | undefined;
  /** The banks, in the order of the list; by default `institutions`. */
  readonly institutions?: readonly Institution[] | undefined;
  /** The `logins()` of an earlier sandbox with the same seed, for a restart: also an empty list is a restart. */
  readonly logins?: readonly SavedLogin[] | undefined;
  /**
   * Flinks' pages disagree about 400 and 401 (docs/flinks/api.md 13.1). `help`: both kinds of INVALID_LOGIN and
   * INVALID_REQUEST are 400; `docs`: they are 401; `observed`: a wrong password is 401, the others are 400.
   */
  readonly statusDialect?: 'observed' | 'help' | 'docs' | undefined;
  /** `captured`: no `Type` in Summary and no `Login` after a cached MFA round; `docs`: with them (docs/flinks/api.md 13.5). */
  readonly shape?: 'captured' | 'docs' | undefined;
  /** How many answers of GetAccountsDetail and its async endpoint are 202 before the data of a new login. */
  readonly pendingPolls?: number | undefined;
  /** Milliseconds on the clock for which GetAccountsDetail is 202 after a live refresh, in place of `pendingPolls`. */
  readonly collectionMs?: number | null | undefined;
  /** How long an unused authorize token lives: 30 minutes on most pages, 15 on one (docs/flinks/api.md 13.2). */
  readonly tokenLifeMs?: number | undefined;
  /** False: Authorize and the widget accept callers without a token, as for customers before October 2024. */
  readonly requireAuthorizeToken?: boolean | undefined;
  /** False: data endpoints accept callers without `x-api-key`, as a captured instance did (docs/flinks/api.md 13.14). */
  readonly requireApiKey?: boolean | undefined;
  /** What a RequestId is good for once GetAccountsDetail returned the data: the sources disagree (docs/flinks/api.md 13.4). */
  readonly requestIdAfterDetail?: 'eight-minutes' | 'consumed' | undefined;
  /** `forgiving`: any GUID can be deleted, any number of times; `strict`: an unknown one is INVALID_LOGIN. */
  readonly deleteCard?: 'forgiving' | 'strict' | undefined;
  /** Endpoints that this instance does not have: they answer METHOD_NOT_AVAILABLE. */
  readonly without?: readonly string[] | undefined;
  /** The name of the scenario that the widget plays. */
  readonly scenario?: string | undefined;
  /** Lets the scenario drive the widget by itself, this many times faster than a user; `null`: the user acts. */
  readonly drive?: number | null | undefined;
  /** Where `REDIRECT` carries its ids (docs/flinks/connect.md 1.3). `both` serves every published listener (7.1). */
  readonly redirectShape?: RedirectShape | undefined;
  /** Whether an error is posted as an API event, or as a step of the code's name: the docs list both (docs/flinks/connect.md 8). */
  readonly errorShape?: 'flinksCode' | 'step' | undefined;
  /** Whether the widget offers statements in place of a login when one fails or a bank is missing (docs/flinks/connect.md 2.2). */
  readonly upload?: 'fallback' | 'off' | undefined;
  /** Where Flinks' webhooks go; `null`: nowhere. */
  readonly webhook?: WebhookOptions | null | undefined;
  /** How many calls the journal keeps. */
  readonly journalLimit?: number | undefined;
  /** Called with each call as it enters the journal: for a log. */
  readonly onCall?: ((entry: JournalEntry) => void) | null | undefined;
}

/** The options with every default filled in. */
export interface Settings {
  readonly seed: string;
  readonly clock: Clock;
  readonly credentials: SandboxCredentials;
  /** Every test user, by username in lower case. */
  readonly testUsers: ReadonlyMap<string, TestUser>;
  readonly institutions: readonly Institution[];
  /** `null`: not a restart. */
  readonly logins: readonly SavedLogin[] | null;
  readonly statusDialect: 'observed' | 'help' | 'docs';
  readonly shape: 'captured' | 'docs';
  readonly pendingPolls: number;
  readonly collectionMs: number | null;
  readonly tokenLifeMs: number;
  readonly requireAuthorizeToken: boolean;
  readonly requireApiKey: boolean;
  readonly requestIdAfterDetail: 'eight-minutes' | 'consumed';
  readonly deleteCard: 'forgiving' | 'strict';
  readonly without: readonly string[];
  readonly scenario: Scenario;
  /** Every scenario that a frame can ask for. */
  readonly scenarios: readonly Scenario[];
  readonly drive: number | null;
  readonly redirectShape: RedirectShape;
  readonly errorShape: 'flinksCode' | 'step';
  readonly upload: 'fallback' | 'off';
  readonly webhook: WebhookOptions | null;
  readonly journalLimit: number;
  readonly onCall: ((entry: JournalEntry) => void) | null;
}

/** `url`: the ids only in `url`, as the current page shows; `top-level`: only beside `step`; `both`. */
export type RedirectShape = (typeof redirectShapes)[number];

/** Every shape of `REDIRECT`. */
export const redirectShapes = ['url', 'top-level', 'both'] as const;

/** Where webhooks go. Nothing is sent without these. */
export interface WebhookOptions {
  readonly url: string;
  /** The HMAC secret that the receiver knows too. */
  readonly secret: string;
  /** The header of the signature: two pages of Flinks name two (docs/flinks/api.md 8). */
  readonly header?: 'flinks-authenticity-key' | 'X-Flinks-Signature' | undefined;
  /** Sends the request; the global `fetch` by default. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * Milliseconds on the clock between a live refresh and its GetAccountsDetail: by default `collectionMs`, else 10 s.
   * `KYC` is sent at once.
   */
  readonly detailAfterMs?: number | undefined;
}

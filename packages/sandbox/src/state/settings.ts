import { type Clock, systemClock } from '@flinks-kit/core';
import type { SavedLogin } from '../bank/savedLogins.ts';
import { defaultCredentials, type SandboxCredentials } from './credentials.ts';
import { findScenario } from '../scenarios/scenarios.ts';
import type { Scenario } from './scenario.ts';
import type { WebhookOptions } from '../webhooks/webhooks.ts';
import type { RedirectShape } from '../widget/screens/redirect.ts';
import type { JournalEntry } from './journal.ts';
import type { TestUser } from './testUser.ts';

/** Fills in what the options leave out. */
export function readSettings(options: SandboxOptions): Settings {
  return {
    seed: options.seed ?? 'flinks-kit',
    clock: options.clock ?? systemClock,
    credentials: { ...defaultCredentials, ...options.credentials },
    people: options.people ?? [],
    logins: options.logins ?? [],
    statusDialect: options.statusDialect ?? 'observed',
    shape: options.shape ?? 'captured',
    pendingPolls: options.pendingPolls ?? 2,
    collectionMs: options.collectionMs ?? null,
    tokenLifeMs: options.tokenLifeMs ?? 30 * minute,
    requireAuthorizeToken: options.requireAuthorizeToken ?? true,
    requestIdAfterDetail: options.requestIdAfterDetail ?? 'eight-minutes',
    deleteCard: options.deleteCard ?? 'forgiving',
    without: options.without ?? [],
    scenario: findScenario(options.scenario ?? 'everyday'),
    drive: options.drive ?? null,
    redirectShape: options.redirectShape ?? 'url',
    errorShape: options.errorShape ?? 'flinksCode',
    webhook: options.webhook ?? null,
    journalLimit: options.journalLimit ?? 1000,
    upload: options.upload ?? 'fallback',
    onCall: options.onCall ?? null,
  };
}

/** How a sandbox behaves. Every default is what public evidence shows of Flinks. */
export interface SandboxOptions {
  /** The same seed and the same calls give the same ids, questions and transactions. */
  readonly seed?: string | undefined;
  /** Where time comes from: all of Flinks' clocks run on it. */
  readonly clock?: Clock | undefined;
  readonly credentials?: Partial<SandboxCredentials> | undefined;
  /** Logins of your own, besides the test users. The same username replaces a test user. */
  readonly people?: readonly TestUser[] | undefined;
  /** Logins that a sandbox before this one gave by `logins()`: for one that goes on after a restart. */
  readonly logins?: readonly SavedLogin[] | undefined;
  /**
   * Flinks' pages disagree about 400 and 401 (docs/flinks/api.md 13.1). `help`: both kinds of INVALID_LOGIN and
   * INVALID_REQUEST are 400; `docs`: they are 401; `observed`: a wrong password is 401, the others are 400.
   */
  readonly statusDialect?: 'observed' | 'help' | 'docs' | undefined;
  /** `captured`: no `Type` in Summary and no `Login` after a cached MFA round; `docs`: with them (docs/flinks/api.md 13.5). */
  readonly shape?: 'captured' | 'docs' | undefined;
  /** How many answers of GetAccountsDetail and its Async twin are 202 before the data of a fresh login. */
  readonly pendingPolls?: number | undefined;
  /** Milliseconds on the clock for which GetAccountsDetail is 202 after a visit to the bank, in place of `pendingPolls`. */
  readonly collectionMs?: number | null | undefined;
  /** How long an unused authorize token lives: 30 minutes on most pages, 15 on one (docs/flinks/api.md 13.2). */
  readonly tokenLifeMs?: number | undefined;
  /** False: Authorize and the widget accept callers without a token, as for customers before October 2024. */
  readonly requireAuthorizeToken?: boolean | undefined;
  /** What a RequestId is worth once GetAccountsDetail gave the data: the sources disagree (docs/flinks/api.md 13.4). */
  readonly requestIdAfterDetail?: 'eight-minutes' | 'consumed' | undefined;
  /** `forgiving`: any GUID can be deleted, any number of times; `strict`: an unknown one is INVALID_LOGIN. */
  readonly deleteCard?: 'forgiving' | 'strict' | undefined;
  /** Endpoints that this instance does not have: they answer METHOD_NOT_AVAILABLE. */
  readonly without?: readonly string[] | undefined;
  /** What the widget plays: the name of a scenario. */
  readonly scenario?: string | undefined;
  /** Lets the scenario drive the widget by itself, so many times faster than a testUser; `null`: it waits for the testUser. */
  readonly drive?: number | null | undefined;
  /** Where `REDIRECT` carries its ids (docs/flinks/connect.md 1.3). */
  readonly redirectShape?: RedirectShape | undefined;
  /** Whether an error is posted as an API event, or as a step of the code's name: the docs list both (docs/flinks/connect.md 8). */
  readonly errorShape?: 'flinksCode' | 'step' | undefined;
  /** Whether the widget offers statements in place of a login when one fails or a bank is missing (docs/flinks/connect.md 2.2). */
  readonly upload?: 'fallback' | 'off' | undefined;
  /** Where Flinks' webhooks go; `null`: nowhere. */
  readonly webhook?: WebhookOptions | null | undefined;
  /** How many calls the journal keeps. */
  readonly journalLimit?: number | undefined;
  /** Told of each call as it enters the journal: for a log. */
  readonly onCall?: ((entry: JournalEntry) => void) | null | undefined;
}

/** The options with nothing left open. */
export type Settings = {
  readonly [Option in Exclude<keyof SandboxOptions, 'credentials' | 'scenario'>]-?: Exclude<
    SandboxOptions[Option],
    undefined
  >;
} & { readonly credentials: SandboxCredentials; readonly scenario: Scenario };

const minute = 60_000;

import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Institution } from './institution.ts';
import type { TestUser } from './testUser.ts';

/** A saved login: what a LoginId names. */
export interface Card {
  readonly loginId: string;
  readonly institution: Institution;
  readonly testUser: TestUser;
  readonly language: 'en' | 'fr';
  /** Distinguishes this card from deleted ones of the same login; empty for the first. */
  readonly generation: string;
  scheduledRefresh: boolean;
  /** Milliseconds: the last successful live refresh. */
  lastRefresh: number;
  /** Milliseconds: the last cached Authorize, or when the login was saved. */
  lastOpened: number;
  /** How the last live refresh ended: cached Authorize replays it (docs/flinks/api.md 2.2). `null`: it succeeded. */
  lastOutcome: FlinksCode | null;
  /** The code by which a fault refused the last Authorize; `null` where none did. */
  faultCode: FlinksCode | null;
  /** How many 202s GetAccountsDetail still answers for the last live refresh. */
  pendingPolls: number;
  /** A webhook delivered the data of the last live refresh, so nothing is being collected any more. */
  dataWasDelivered: boolean;
  /** Summary or Detail ran for this card: from then on Authorize returns `Login.Type` (docs/flinks/api.md 2.2). */
  dataWasRead: boolean;
  /** GetAccountsDetail ran for this card: FieldMatch needs it (docs/flinks/api.md 2.14). */
  detailWasRead: boolean;
  /** How many synchronous GetAccountsDetail calls are held at the moment. */
  heldCalls: number;
  /** The positions of the accounts of `resumeSelectedAccounts`, which limit GetAccountsDetail; `null`: all (docs/flinks/connect.md 3.3). */
  selectedAccounts: readonly number[] | null;
  /** The security questions that Flinks knows of this card, by English prompt (docs/flinks/api.md 2.17). */
  readonly knownQuestions: Set<string>;
  /** The answers that Flinks stored, by English prompt; the bank checks them when it asks (docs/flinks/api.md 2.17). */
  readonly storedAnswers: Map<string, string>;
}

/** A saved login, named by what identifies it. */
export interface TestUserLogin {
  /** A test user's, in any case. */
  readonly username: string;
  /** Flinks' name of the bank; `FlinksCapital` by default. */
  readonly institution?: string | undefined;
  readonly language?: 'en' | 'fr' | undefined;
}

/** A login as the widget's `REDIRECT` reports it. */
export interface CreatedLogin {
  readonly loginId: string;
  /** All accounts of the user, in the bank's order. */
  readonly accountIds: readonly string[];
}

/**
 * One saved login as plain JSON. No id of Flinks is in it: the LoginId follows from the seed, the bank, the username, the
 * language and the generation.
 */
export interface SavedLogin extends Required<TestUserLogin> {
  readonly generation: string;
  readonly institution: string;
  readonly language: 'en' | 'fr';
  readonly scheduledRefresh: boolean;
  /** ISO 8601 in UTC, on the sandbox's clock: the last successful live refresh. */
  readonly lastRefresh: string;
  /** How the last live refresh ended; `null`: it succeeded. */
  readonly lastOutcome: FlinksCode | null;
  /** How many 202s GetAccountsDetail still answers for the last live refresh. */
  readonly pendingPolls: number;
  readonly dataWasDelivered: boolean;
  /** Whether Summary or Detail ran since the login was saved. */
  readonly dataWasRead: boolean;
  readonly detailWasRead: boolean;
  readonly selectedAccounts: readonly number[] | null;
  /** The security questions that Flinks knows, by English prompt. */
  readonly knownQuestions: readonly string[];
  /** The answers that Flinks stored, by English prompt. */
  readonly storedAnswers: Readonly<Record<string, string>>;
}

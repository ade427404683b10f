import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Card } from './card.ts';
import type { Institution } from './institution.ts';
import type { Challenge, TestUser } from './testUser.ts';

/** One conversation with a bank: what a RequestId names. */
export interface BankSession {
  readonly requestId: string;
  readonly institution: Institution;
  readonly testUser: TestUser;
  readonly language: 'en' | 'fr';
  /** `cached`: opened from stored data; `live`: a live refresh at the bank. */
  readonly mode: 'cached' | 'live';
  readonly tag: string | undefined;
  readonly save: boolean;
  readonly scheduleRefresh: boolean;
  /** `WithMFAQuestions`: the user's other questions become known to Flinks, without answers (docs/flinks/api.md 2.17). */
  readonly withMfaQuestions: boolean;
  state: 'awaiting-mfa' | 'authorized' | 'ended';
  card: Card | null;
  /** The questions that wait for answers. */
  challenges: readonly Challenge[];
  /** The questions that the user answered rightly in this conversation. */
  answered: readonly Challenge[];
  /** How many rounds of questions are over. */
  round: number;
  touchedAt: number;
  /** When GetAccountsDetail was first called; the options of that call hold for its async endpoint. */
  processingSince: number | null;
  detailRequest: DetailRequest;
  /** When GetAccountsDetail returned the data; afterwards the RequestId soon ends. */
  deliveredAt: number | null;
}

/** The options of a GetAccountsDetail call (docs/flinks/api.md 2.6). */
export interface DetailRequest {
  readonly withAccountIdentity: boolean;
  readonly withKyc: boolean;
  readonly withTransactions: boolean;
  readonly withBalance: boolean;
  readonly days: number;
  /** In lower case; `null`: all accounts. */
  readonly accountsFilter: readonly string[] | null;
}

/** The options of a GetAccountsDetail call that names none. */
export const defaultDetailRequest: DetailRequest = {
  withAccountIdentity: true,
  withKyc: true,
  withTransactions: true,
  withBalance: true,
  days: 90,
  accountsFilter: null,
};

/** How an attempt to sign in ended. */
export type AuthorizeOutcome =
  | { readonly kind: 'authorized'; readonly session: BankSession }
  | { readonly kind: 'challenged'; readonly session: BankSession }
  | {
      readonly kind: 'refused';
      readonly flinksCode: FlinksCode;
      readonly session: BankSession | null;
      /** INVALID_LOGIN means two things with two messages and statuses (docs/flinks/api.md 3.1). */
      readonly why: 'login-id' | 'credentials' | 'refresh' | 'answer';
    };

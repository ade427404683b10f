import type { Account } from '../parse/account.ts';
import type { EftAssessment } from './assessEft.ts';

/** The fields of an `Account` that stay on the server unless the server's `expose` option names them. */
export type PrivateAccountField = 'holder' | 'accountNumber' | 'transitNumber' | 'institutionNumber';

/**
 * One account as routes, hooks and components carry it: no holder and no full number, an account number only as
 * a mask, and what can be done with it already assessed where the facts are.
 */
export interface ConnectedAccount
  extends Omit<Account, PrivateAccountField>, Partial<Pick<Account, PrivateAccountField>> {
  readonly connectionId: string;
  /** The bank, as the connection names it, where it is known. */
  readonly institution?: string | null | undefined;
  /** The bank's name for people, where the server knows it (docs/flinks/api.md 2.12). */
  readonly institutionName?: string | null | undefined;
  /** The account number for people, as `•••• 1000`; `null` when no number is known. */
  readonly mask: string | null;
  /**
   * Recognizes the same account in two connections without showing its number: equal for two accounts of one user that
   * are the same, and different for every other user. `null` where the number is not known whole. Not a key to store anything by.
   */
  readonly identity?: string | null | undefined;
  /** Which numbers the server holds, whether or not it exposes them. */
  readonly presence: AccountPresence;
  readonly eft: EftAssessment;
  readonly eTransfer: EftAssessment;
}

/** Which of the numbers that EFT needs the server holds in a form that can be used; a masked number is `false`. */
export interface AccountPresence {
  readonly accountNumber: boolean;
  readonly transitNumber: boolean;
  readonly institutionNumber: boolean;
}

/**
 * The accounts of one connection at one moment. `pending`: Flinks is still collecting; `partial`: the Summary is
 * there, the Detail is not; `ready`: both were read.
 */
export interface AccountsSnapshot {
  readonly status: 'pending' | 'partial' | 'ready';
  readonly accounts: readonly ConnectedAccount[];
  /** ISO 8601 in UTC: when Flinks last read the bank. `null` while unknown. */
  readonly asOf: string | null;
  /** Milliseconds to wait before asking again; `null` when there is nothing to wait for. */
  readonly retryAfterMs: number | null;
  /** ISO 8601 in UTC: when Flinks gives up what is still being collected (docs/flinks/api.md 3.3). */
  readonly givesUpAt?: string | null | undefined;
}

import type { AccountCategory } from '../accounts/parse/account.ts';
import type { FlinksCode } from '../wire/flinksCodes.ts';

/** What our server keeps of one bank login, as the browser may see it. No id of Flinks is in it. */
export interface Connection {
  /** Opaque; ours. Every route and hook takes this. */
  readonly id: string;
  /** Flinks' name of the institution, as it came (`FlinksCapital`). `null` where the login may be another user's. */
  readonly institution: string | null;
  /** The institution's display name, where the server knows it (docs/flinks/api.md 2.12). */
  readonly institutionName?: string | null | undefined;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  /** ISO 8601 in UTC: when Flinks last read the bank. `null` for never or unknown. */
  readonly lastRefreshAt: string | null;
  /** ISO 8601 in UTC: until then a refresh returns the last outcome without a call to the bank. `null` for at once. */
  readonly refreshableAt?: string | null | undefined;
  /** The accounts that the user chose to share. `null`: they were not read yet, or the login is not verified. */
  readonly accounts: readonly ConnectionAccount[] | null;
  /**
   * Whether an account that the user chose is not among `accounts`: the bank lists it no longer, or Flinks gave it another id
   * (docs/flinks/api.md 6.6) and it could not be recognized. `open({ connectionId, chooseAccounts: true })` resolves it.
   */
  readonly hasMissingAccounts?: boolean | undefined;
  /** Nightly refresh as Flinks last reported it; `null` while unknown. */
  readonly nightlyRefresh: boolean | null;
  /** Whether the server has proof that this user signed in at the bank. Only a verified connection gets EFT instructions. */
  readonly verification: 'verified' | 'unverified' | 'rejected';
  /** Other connections of the user with accounts of this one. Empty before the accounts were read. */
  readonly duplicates: readonly DuplicateConnection[];
  readonly health: ConnectionHealth;
}

/** Another connection of the same user that shows the same accounts: the user keeps both, or deletes one. */
export interface DuplicateConnection {
  readonly connectionId: string;
  /** The accounts of this connection that the other one has, too. */
  readonly accountIds: readonly string[];
  /**
   * `same`: number and type are equal. `likely`: a number is not known whole, and bank, mask, type and currency agree, or the
   * number is equal and the type is not.
   */
  readonly certainty: 'same' | 'likely';
}

/** As much of an account as distinguishes two connections of one bank. */
export interface ConnectionAccount {
  /** The id that the same account has in `AccountsSnapshot`. */
  readonly id: string;
  /** The bank's own label; a number in it is masked. */
  readonly title: string | null;
  /** The account number for people, as `•••• 1000`; `null` when no number is known. */
  readonly mask: string | null;
  readonly category: AccountCategory;
}

/** A connection's health. `flinksCode` is the reason, where Flinks gave one. */
export interface ConnectionHealth {
  /** `needs-user`: only the user can fix it (`open({ connectionId })`); `unavailable`: the bank or Flinks, later. */
  readonly status: 'ok' | 'pending' | 'needs-user' | 'unavailable' | 'deleting';
  readonly flinksCode: FlinksCode | null;
}

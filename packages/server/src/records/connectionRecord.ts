import type { ConnectionHealth, ConnectLanguage } from '@flinks-kit/core';
import type { Sealed } from '../crypto/Sealed.ts';

/** A bank login bound to one of the app's users. Instants are milliseconds since the epoch. */
export interface ConnectionRecord {
  readonly id: string;
  readonly userId: string;
  readonly login: Sealed;
  readonly loginKey: string;
  readonly institution: string | null;
  /** The institution's name for people, once it is known. */
  readonly institutionName: string | null;
  /** Flinks' number of the institution: the way to its credential page. */
  readonly institutionId: number | null;
  readonly language: ConnectLanguage;
  readonly createdAt: number;
  /** When the session that made or last mended this connection was opened, and when it was linked. */
  readonly sessionOpenedAt: number;
  readonly linkedAt: number;
  /** The nonce of that session: a delivery of Flinks that carries another is about another session. */
  readonly sessionTag: string;
  readonly lastRefreshAt: number | null;
  /** What the person shares: every account, or these. */
  readonly selection: AccountSelection;
  readonly accountsCount: number | null;
  readonly nightlyRefresh: boolean | null;
  readonly provisional: boolean;
  /** The login proved to be older than its session: no data, until a fresh sign-in at the bank. */
  readonly refused: boolean;
  /** A question of the bank that waits for the person; the widget resumes it by this RequestId. */
  readonly challenge: { readonly requestId: Sealed; readonly until: number } | null;
  /** When the bank was last visited at our request: a live call is billed, so it has a cooldown. */
  readonly liveAt: number | null;
  /** While somebody is at the bank: until when that can last. `null` when nobody is. */
  readonly visitingUntil: number | null;
  /** A visit that Flinks carries out in the background; `null` when there is none. */
  readonly visit: BackgroundVisit | null;
  /** When Flinks was last asked for this login without visiting the bank, as far as the nightly refresh counts it. */
  readonly touchedAt: number;
  /** When somebody last read its accounts or linked it, to the day. */
  readonly usedAt: number;
  /** Whether this owner wants the nightly refresh; Flinks keeps one switch per login. */
  readonly wantsNightlyRefresh: boolean;
  readonly health: ConnectionHealth;
}

/** How to ask after a visit in the background (AuthorizeAsync). Instants are milliseconds since the epoch. */
export interface BackgroundVisit {
  readonly requestId: Sealed;
  readonly token: Sealed;
  /** Nobody asks Flinks before this. */
  readonly askAt: number;
  /** When it is given up. */
  readonly until: number;
}

/** Which accounts of a login the person shares. */
export type AccountSelection =
  | { readonly mode: 'all' }
  | { readonly mode: 'chosen'; readonly accountIds: readonly string[] };

/** Which connection one user has for one login: found by the keyed hash of both, so there is never a second. */
export interface OwnerRecord {
  readonly id: string;
  readonly connectionId: string;
}

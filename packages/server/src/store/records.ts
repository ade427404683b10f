import type { Account, ConnectionHealth, ConnectLanguage, ConnectReport } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Sealed } from '../crypto/Sealed.ts';

// What the server stores, sealed, by kind of row. Instants are milliseconds since the epoch.

/** One opening of the widget. Instants are milliseconds since the epoch. */
export interface SessionRecord {
  readonly id: string;
  readonly userId: string;
  /** Our nonce: Flinks' `tag` parameter, and it must match when it comes back. */
  readonly tag: string;
  readonly language: ConnectLanguage;
  /** The connection that this session reconnects; `null` when it makes a new one. */
  readonly reconnects: string | null;
  /** Whether the widget asked which accounts to share: if so, an empty answer means none. */
  readonly selectorOn: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly standing: SessionStandingRecord;
  readonly report: ConnectReport | null;
}

/** Where a session stands. An intent is written before Flinks is asked, so that no bank login is ever lost. */
export type SessionStandingRecord =
  | { readonly status: 'open' }
  | { readonly status: 'linking'; readonly intent: LinkIntent }
  | { readonly status: 'connected'; readonly intent: LinkIntent; readonly connectionId: string }
  | { readonly status: 'failed'; readonly intent: LinkIntent; readonly code: string };

/** What the widget handed over. */
export interface LinkIntent {
  readonly login: Sealed;
  /** Flinks' ids of the chosen accounts. */
  readonly accountIds: readonly string[];
  /** When it came: milliseconds since the epoch. */
  readonly claimedAt: number;
}

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

/**
 * How far the collection of one connection's accounts has come, and what was collected. Written after every step,
 * so that any process can go on from it. Instants are milliseconds since the epoch.
 */
export interface CollectionRecord {
  /** The connection's id. */
  readonly id: string;
  readonly userId: string;
  /** Names this collection: what an earlier one still brings home is dropped. */
  readonly run: string;
  readonly phase: CollectionPhase;
  /** Flinks' short session; consumed by the Detail. */
  readonly requestId: Sealed | null;
  readonly startedAt: number;
  /** Nobody asks Flinks before this. */
  readonly nextAt: number;
  /** Calls in a row that came to nothing; decides how long to wait. */
  readonly failures: number;
  /** Why the collection stopped, where Flinks told. */
  readonly flinksCode: FlinksCode | null;
  /** This collection's Summary, until the Detail is merged into it. */
  readonly summary: readonly Account[] | null;
  /** What is shown, already cut to the selection; `null` before the first Summary. */
  readonly accounts: readonly Account[] | null;
  /** Whether `accounts` hold a Detail. */
  readonly complete: boolean;
  /** When Flinks last read the bank, as of `accounts`. */
  readonly asOf: number | null;
}

/**
 * What is to be done next. Summary and Detail are asked for once; while Flinks answers 202 their async twins are.
 * `ready`: nothing; `stopped`: nothing until the person or a refresh changes the situation.
 */
export type CollectionPhase =
  | 'authorize'
  | 'summary'
  | 'summary-async'
  | 'detail'
  | 'detail-async'
  | 'ready'
  | 'stopped';

/** The way back from a full-page redirect: found by the keyed hash of its state, and good for one use. */
export interface ReturnRecord {
  readonly id: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAt: number;
  readonly used: boolean;
}

/** A webhook that was received: the whole body until it was applied, then only that it was here. */
export interface InboxRecord {
  /** The keyed hash of what makes a delivery the same: `RequestId` and `ResponseType`. */
  readonly id: string;
  readonly loginKey: string;
  readonly receivedAt: number;
  /** JSON; `null` once applied. */
  readonly body: string | null;
}

/** What stays of a deleted connection: that it was deleted, and what is still to be done about it. */
export interface TombstoneRecord {
  /** The connection's id. */
  readonly id: string;
  readonly userId: string;
  readonly loginKey: string;
  /** Needed until Flinks has deleted the card, and forgotten then. */
  readonly login: Sealed | null;
  /** When the login must have been made to be this user's; `null` when that was proved already. */
  readonly unproved: LinkWindow | null;
  readonly status: 'deleting' | 'deleted' | 'shared';
  readonly createdAt: number;
  readonly attempts: number;
  /** When `maintain()` looks at it next: to try again, or to forget it. */
  readonly nextAt: number;
}

/** The time in which a login must have been made: between the opening of a session and its link. */
export interface LinkWindow {
  readonly sessionOpenedAt: number;
  readonly linkedAt: number;
}

/** When `maintain()` ran, and with which keys. The store holds one, whose id is `runs`. */
export interface MaintenanceRecord {
  readonly id: string;
  /** The last run of each order of keys, the newest first. Processes of one app should all list the same order. */
  readonly runs: readonly MaintenanceRun[];
}

/** One run of `maintain()`. */
export interface MaintenanceRun {
  readonly at: number;
  /** The names of `encryption.keys` in their order. */
  readonly keyIds: readonly string[];
}

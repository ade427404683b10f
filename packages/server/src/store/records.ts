import type {
  Account,
  ConnectionAccount,
  ConnectionHealth,
  ConnectLanguage,
  ConnectReport,
} from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Sealed } from '../crypto/Sealed.ts';

// What the server stores, sealed, by kind of row. Instants are milliseconds since the epoch.

/** One opening of the widget. */
export interface SessionRecord {
  readonly id: string;
  readonly userId: string;
  /** Our nonce: Flinks' `tag` parameter. A signed delivery that carries it belongs to this session. */
  readonly tag: string;
  readonly language: ConnectLanguage;
  /** The connection that this session reconnects; `null` when it makes a new one. */
  readonly reconnects: string | null;
  /** Whether the widget showed its account selector: if so, an empty selection means no account. */
  readonly selectorOn: boolean;
  /** Whether the user opened it to choose again which accounts of `reconnects` to share. */
  readonly choosesAccounts: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly status: SessionStatusRecord;
  readonly report: ConnectReport | null;
}

/** The status of a session. The intent is stored before Flinks is called, so that no bank login is lost. */
export type SessionStatusRecord =
  | { readonly status: 'open' }
  | { readonly status: 'linking'; readonly intent: LinkIntent }
  | { readonly status: 'connected'; readonly intent: LinkIntent; readonly connectionId: string }
  | { readonly status: 'failed'; readonly intent: LinkIntent; readonly code: string };

/** What the widget's `REDIRECT` carried. */
export interface LinkIntent {
  readonly login: Sealed;
  /** Flinks' ids of the chosen accounts. */
  readonly accountIds: readonly string[];
  /** The `RequestId` of the `REDIRECT`: a signed delivery with the same one belongs to this session. */
  readonly requestId: Sealed | null;
  /** When our server received it. */
  readonly claimedAt: number;
}

/** A bank login that belongs to one of the app's users. */
export interface ConnectionRecord {
  readonly id: string;
  readonly userId: string;
  readonly login: Sealed;
  readonly loginKey: string;
  readonly institution: string | null;
  /** The institution's display name, once it is known. */
  readonly institutionName: string | null;
  /** Flinks' number of the institution: the widget's credential page needs it. */
  readonly institutionId: number | null;
  readonly language: ConnectLanguage;
  readonly createdAt: number;
  /** The session that made this connection or signed in again last. */
  readonly session: LinkedSession;
  readonly verification: VerificationRecord;
  readonly lastRefreshAt: number | null;
  /** What the user shares: every account, or these. */
  readonly selection: AccountSelection;
  /** The collected accounts, as the connection lists them: no list reads the collections. `null` before the first. */
  readonly accounts: readonly ListedAccount[] | null;
  /** Whether the last Detail lacked an account that the user chose, under its id and by its identity. */
  readonly hasMissingAccounts: boolean;
  readonly nightlyRefresh: boolean | null;
  /** When the nightly refresh was last seen to be off after it was on or unknown; `null` for never. */
  readonly nightlyRefreshOffAt: number | null;
  readonly refresh: RefreshRecord;
  /** When our last live refresh started: Flinks bills each, so there is a cooldown. `null`: none counts. */
  readonly lastLiveRefreshAt: number | null;
  /** Our live refreshes of the last hours, oldest first: each may be the reason of a new `LastRefresh`. */
  readonly liveRefreshes: readonly LiveRefreshRecord[];
  /** When Flinks last answered a cached Authorize: the nightly refresh needs one every seven days. */
  readonly lastCachedCallAt: number;
  /** When the user last read its accounts or linked it, to the day. */
  readonly lastUsedAt: number;
  /** Whether this owner wants the nightly refresh; Flinks keeps one switch per login. */
  readonly wantsNightlyRefresh: boolean;
  readonly health: ConnectionHealth;
}

/** An account as its connection lists it, and what recognizes it in another connection of the user. */
export interface ListedAccount extends ConnectionAccount, Pick<Account, 'type' | 'currency'> {
  /** `null` before the Detail, and where the number is not known whole. */
  readonly identity: string | null;
}

/** The id of an account, and its identity. */
export type AccountIdentity = readonly [accountId: string, identity: string];

/** The session in which a login was linked, as far as later answers are judged by it (see `judgeLogin`). */
export interface LinkedSession extends LinkWindow {
  readonly openedAt: number;
  readonly tag: string;
  readonly requestId: Sealed | null;
  /** What the app gave, where it adopted the login and the user has not signed in since. */
  readonly adoption?: AdoptionRecord | undefined;
}

/** What an app gave of a login that it adopted. */
export interface AdoptionRecord {
  readonly language: ConnectLanguage;
  /** Flinks' ids of the accounts; empty for all. */
  readonly accountIds: readonly string[];
  /** Whether steps of it are still to come: where the call broke off, the next one makes them. */
  readonly isUnderWay?: boolean | undefined;
}

/** The time in which Flinks must have read the bank for a login to be this session's. */
export interface LinkWindow {
  /** The opening of the session; of a late link 15 minutes before the link. */
  readonly freshFrom: number;
  readonly linkedAt: number;
}

/** Whether the user is known to have signed in at the bank. Only `judgeLogin` decides it. */
export type VerificationRecord =
  | {
      readonly status: 'verified';
      /** The `LastRefresh` that verified it first; `null` when none was known. */
      readonly refreshAt: number | null;
      /** Whether a signed delivery of this very session verified it. */
      readonly bound: boolean;
    }
  | {
      readonly status: 'unverified';
      /** Whether no account data may leave the server. */
      readonly withheld: boolean;
    }
  | { readonly status: 'rejected' };

/** Whether the bank is read for this connection now. */
export type RefreshRecord =
  | { readonly status: 'idle' }
  /** A live Authorize is in progress, in some process. */
  | { readonly status: 'running'; readonly refreshingUntil: number }
  /** An AuthorizeAsync is in progress at Flinks; any process may poll it. */
  | BackgroundRefreshRecord
  /** The bank asks the user a security question; the widget resumes it by this RequestId. */
  | { readonly status: 'challenge'; readonly requestId: Sealed; readonly until: number };

/** How to poll an AuthorizeAsync. */
export interface BackgroundRefreshRecord {
  readonly status: 'background';
  readonly requestId: Sealed;
  readonly token: Sealed;
  readonly pollAt: number;
  /** When polling ends without a result. */
  readonly refreshingUntil: number;
}

/** One live refresh that we asked Flinks for. */
export interface LiveRefreshRecord {
  readonly startedAt: number;
  /** `null` while it is in progress, or when its end is unknown. */
  readonly endedAt: number | null;
}

/** Which accounts of a login the user shares. */
export type AccountSelection =
  | { readonly mode: 'all' }
  | { readonly mode: 'chosen'; readonly accountIds: readonly string[] };

/**
 * The connection that one user has for one login: its id is the keyed hash of both, so there is never a second. One row
 * under each encryption key, sealed by that key: while keys rotate, a process that finds the row can also open it.
 */
export interface OwnerRecord {
  readonly id: string;
  /** The keyed hash of the login under the same key. */
  readonly loginKey: string;
  /** The name of the key. */
  readonly keyId: string;
  readonly connectionId: string;
}

/** The links of one login by one user that did not end verified; its id is the keyed hash of both. */
export interface AttemptsRecord {
  readonly id: string;
  readonly userId: string;
  readonly attempts: readonly LinkAttempt[];
}

/** One link that did not end verified, or not yet. */
export interface LinkAttempt {
  /** The tag of its session. */
  readonly tag: string;
  readonly at: number;
  /** Whether the login was refused, because it is older than the session. */
  readonly refused: boolean;
}

/**
 * How far the collection of one connection's accounts has come, and what was collected. Written after every step, so
 * that any process can continue. Only `nextCollection` changes it. `phase` is the call that comes next: after `ready` none,
 * after `stopped` none until the user or a refresh changes the situation.
 */
export type CollectionRecord = CollectionFacts &
  (
    | { readonly phase: 'authorize' | 'ready' | 'stopped'; readonly requestId: null }
    | {
        readonly phase: 'summary' | 'summary-async' | 'detail' | 'detail-async';
        /** Flinks' short session; consumed by the Detail. */
        readonly requestId: Sealed;
      }
  );

/** What every phase of a collection has. */
export interface CollectionFacts {
  /** The connection's id. */
  readonly id: string;
  readonly userId: string;
  /** Names this run of the collection: answers to an earlier run are dropped. */
  readonly run: string;
  readonly startedAt: number;
  /** No call to Flinks before this. */
  readonly pollAt: number;
  /** Failed calls in a row; decides how long to wait. */
  readonly failures: number;
  /** Why the collection stopped, or what the last refresh at the bank ended with, where Flinks reported it. */
  readonly flinksCode: FlinksCode | null;
  /** This run's Summary, until the Detail is merged into it. */
  readonly summary: readonly Account[] | null;
  /** What is shown; `null` before the first Summary. */
  readonly collected: CollectedAccounts | null;
}

/** Collected accounts, already cut to the selection. */
export interface CollectedAccounts {
  readonly accounts: readonly Account[];
  /** Of those whose number the Detail brought whole. */
  readonly identities: readonly AccountIdentity[];
  /**
   * Ids of the login's other accounts: none of them is later taken for a chosen account that has another id. `null` before
   * a Summary showed all of them, with every chosen account under its own id.
   */
  readonly unsharedIds: readonly string[] | null;
  /** Whether they hold a Detail. */
  readonly complete: boolean;
  /** When Flinks last read the bank. */
  readonly asOf: number | null;
}

/** The key of one user's account identities. Its id is the user's. */
export interface IdentityKeyRecord {
  readonly id: string;
  readonly key: Sealed;
}

/** The way back from a full-page redirect: found by the keyed hash of its state, and good for one use. */
export interface ReturnRecord {
  readonly id: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAt: number;
  readonly used: boolean;
}

/** A webhook delivery: the whole body until it is applied, then only the fact that it was received. */
export interface DeliveryRecord {
  /** The keyed hash of `RequestId` and `ResponseType`, which identify a delivery. */
  readonly id: string;
  readonly loginKey: string;
  readonly receivedAt: number;
  /** What binds it to a session of the widget, kept after it was applied. */
  readonly tag: string | null;
  readonly requestId: Sealed | null;
  readonly lastRefreshAt: number | null;
  /** JSON; `null` once applied. */
  readonly body: string | null;
}

/** What stays of a deleted connection: the fact, and what remains to be done. */
export interface TombstoneRecord {
  /** The connection's id. */
  readonly id: string;
  readonly userId: string;
  readonly loginKey: string;
  /** Needed until Flinks has deleted the card; `null` after that. */
  readonly login: Sealed | null;
  /** When the login must have been made to be this user's; `null` when it was verified. */
  readonly unverified: LinkWindow | null;
  readonly status: 'deleting' | 'deleted' | 'shared';
  readonly createdAt: number;
  readonly attempts: number;
  /** When `maintain()` retries it, or removes it. */
  readonly dueAt: number;
}

/** The institutions that Flinks knows. The store holds one list, whose id is `list`. */
export interface InstitutionsRecord {
  readonly id: string;
  /** When Flinks was asked. */
  readonly readAt: number;
  readonly institutions: readonly InstitutionRecord[];
}

/** One institution. */
export interface InstitutionRecord {
  /** Flinks' number. */
  readonly id: number;
  /** ISO 3166-1. */
  readonly country: string | null;
  readonly isEnabled: boolean;
  readonly names: Readonly<Partial<Record<ConnectLanguage, string>>>;
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

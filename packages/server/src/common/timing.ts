const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Every clock of Flinks and of ours, in milliseconds, and where it is used. Pass `timing` to `createFlinksServer`
 * to override any of them in tests and demos.
 *
 * @see docs/flinks/api.md 6.5, 3.3
 */
export const defaultTiming: FlinksTiming = {
  asyncPollMs: 10 * second,
  processingMs: 30 * minute,
  syncHoldMs: 210 * second,
  mfaMs: 8 * minute,
  requestMs: 8 * minute,
  tokenMs: 15 * minute,
  sessionMs: hour,
  lateLinkMs: 8 * hour,
  lateFreshMs: 15 * minute,
  linkAttemptsMs: day,
  unverifiedKeptMs: day,
  skewMs: 2 * minute,
  readWaitMs: second,
  linkWaitMs: 15 * second,
  refreshCooldownMs: 5 * minute,
  sessionKeptMs: 7 * day,
  tombstoneKeptMs: 90 * day,
  nightlyTouchMs: 5 * day,
  nightlyStatusMs: 6 * hour,
  unusedMs: 90 * day,
};

/** Every other duration of the server, in milliseconds: no option changes them. */
export const fixedTiming = {
  /** How much longer than Flinks holds a call its answer is waited for. */
  callMarginMs: 10 * second,
  /** How much longer than the work under it a lease lasts, and so how long a process that died keeps it. */
  leaseMarginMs: 30 * second,
  /** How much longer than a link waits for Flinks the link is waited for by other callers of this process. */
  sharedWorkMarginMs: minute,
  /** Between two attempts to take a lease that another holder has. */
  leaseRetryMs: 250,
  /** Between two looks at a refresh that another process may poll. */
  refreshPauseMs: second,
  /** The least `retryAfterMs` of accounts that are collected: asking more often brings no news. */
  accountsRetryMs: 500,
  /** The least `retryAfterMs` of a refresh under way. */
  refreshRetryMs: 2 * second,
  /** The waits between the attempts to collect accounts, each from a new Authorize. */
  collectionRetriesMs: [10 * second, 30 * second, 2 * minute, 10 * minute],
  /** DeleteCard is tried again after this long, twice as long each time… */
  deletionRetryMs: minute,
  /** …and after this long at most: a card is in use for half an hour at most (docs/flinks/api.md 2.11, 3.3). */
  longestDeletionRetryMs: hour,
  /** How long a deletion is in doubt while another process may still need the card, or Flinks reports no time. */
  deletionDoubtMs: day,
  /** How exactly it is kept when a connection was used last. */
  usePrecisionMs: day,
  /** A pause between reads that ends a viewing of accounts. */
  viewingPauseMs: 5 * minute,
  /** How far ahead of the server's clock a `LastRefresh` may lie: further than two clocks differ. */
  mostAheadMs: hour,
  /** A run of `maintain()` counts as recent for this long. */
  recentRunMs: hour,
  /** How long one job of `maintain()` may keep the others waiting. */
  longestJobMs: 5 * minute,
  /** How long the list of institutions is kept. */
  institutionsKeptMs: day,
  /** How long a process waits for another that reads the list of institutions. */
  institutionsWaitMs: 5 * second,
  /** How long no list of institutions is asked for after one that failed. */
  institutionsRetryMs: 10 * minute,
} as const;

/** Durations in milliseconds. */
export interface FlinksTiming {
  /** Flinks: 10 s between two questions to an async endpoint. Used by every collection. */
  readonly asyncPollMs: number;
  /** Flinks: 30 min of processing, then a `RequestId` is over. A collection gives up then. */
  readonly processingMs: number;
  /** Flinks: a call is held at most 210 s, then dispatched to the background. Our calls wait that long, and a little more. */
  readonly syncHoldMs: number;
  /** Flinks: 8 min without an answer to a security question end the session. Bounds a resumable reconnect. */
  readonly mfaMs: number;
  /** Flinks: 8 min to use a `RequestId` after a live Authorize. A collection that comes later authorizes again. */
  readonly requestMs: number;
  /** Flinks: an unused authorize token lives 30 min on one page and 15 on another; we assume 15, and mint at the last moment. */
  readonly tokenMs: number;
  /** Ours: how long after its opening a session may be linked by any sign-in since. The widget itself has no timeout. */
  readonly sessionMs: number;
  /** Ours: how long after its opening a session may still be linked by a sign-in of the last minutes. */
  readonly lateLinkMs: number;
  /** Ours: how old the sign-in of such a late link may be. */
  readonly lateFreshMs: number;
  /** Ours: how long a link that did not end verified counts against its user and login. Five are allowed. */
  readonly linkAttemptsMs: number;
  /** Ours: how long an unverified connection is kept. Its card at Flinks stays. */
  readonly unverifiedKeptMs: number;
  /** Ours: how far Flinks' clock and ours may differ before a login counts as old. */
  readonly skewMs: number;
  /** Ours: how long a read waits for a step under way, before it answers with what is there. */
  readonly readWaitMs: number;
  /** Ours: how long a link waits for Flinks' answer about the login, before the connection is stored as unverified. */
  readonly linkWaitMs: number;
  /** Ours: between two live refreshes of one connection. Flinks bills each. */
  readonly refreshCooldownMs: number;
  /** Ours: how long a session is kept after it expired, for its report and its repeated link. */
  readonly sessionKeptMs: number;
  /** Ours: how long it is remembered that a connection was deleted. */
  readonly tombstoneKeptMs: number;
  /** Flinks: nightly refresh needs a cached call within 7 days. `maintain()` makes one after 5. */
  readonly nightlyTouchMs: number;
  /** Ours: between two questions which logins the nightly refresh can't read. */
  readonly nightlyStatusMs: number;
  /** Ours: how long a connection stays unused before `maintain()` switches its nightly refresh off, since Flinks bills it. */
  readonly unusedMs: number;
}

/**
 * Every clock of Flinks and of ours, in milliseconds, and where it is used. Pass `timing` to `createFlinksServer`
 * to override any of them in tests and demos.
 *
 * @see docs/flinks/api.md 6.5, 3.3
 */
export const defaultTiming: FlinksTiming = {
  asyncPollMs: 10_000,
  processingMs: 30 * 60_000,
  syncHoldMs: 210_000,
  mfaMs: 8 * 60_000,
  requestMs: 8 * 60_000,
  tokenMs: 15 * 60_000,
  sessionMs: 60 * 60_000,
  lateLinkMs: 8 * 60 * 60_000,
  lateFreshMs: 15 * 60_000,
  linkAttemptsMs: 24 * 60 * 60_000,
  unverifiedKeptMs: 24 * 60 * 60_000,
  skewMs: 2 * 60_000,
  readWaitMs: 1_000,
  linkWaitMs: 15_000,
  refreshCooldownMs: 5 * 60_000,
  sessionKeptMs: 7 * 24 * 60 * 60_000,
  tombstoneKeptMs: 90 * 24 * 60 * 60_000,
  nightlyTouchMs: 5 * 24 * 60 * 60_000,
  nightlyStatusMs: 6 * 60 * 60_000,
  unusedMs: 90 * 24 * 60 * 60_000,
};

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

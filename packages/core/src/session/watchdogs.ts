/** How long the engine waits before it says something, in milliseconds. */
export interface Watchdogs {
  /** A session without a mounted frame fails as `frame-not-mounted`. 5 s: the app forgot `<FlinksConnect>`. */
  readonly mount: number;
  /** An address that did not come yet, or a frame that said nothing yet, is `slow: 'frame'`. 10 s. */
  readonly frameSlow: number;
  /** An address that never came fails as `session-refused`, a frame that never spoke as `frame-not-loaded`. 60 s. */
  readonly frame: number;
  /** Silence after credentials is `slow: 'bank'`. 210 s: before that Flinks itself still waits (docs/flinks/connect.md 5). */
  readonly bank: number;
  /**
   * The security question is about to expire: `slow: 'mfa-expiring'`. 7 minutes: Flinks allows 8 of inactivity, which
   * we cannot see from outside, so this is an estimate and a warning, never an end.
   */
  readonly mfa: number;
}

/** The documented defaults. */
export const defaultWatchdogs: Watchdogs = {
  mount: 5_000,
  frameSlow: 10_000,
  frame: 60_000,
  bank: 210_000,
  mfa: 420_000,
};

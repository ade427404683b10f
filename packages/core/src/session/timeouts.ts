import type { ConnectFailureCode, ConnectSession, LiveFacts } from './session.ts';

/** The next timeout in this state, and what it means if nothing else happens first. */
export function getNextTimeout(
  session: ConnectSession,
  isPlaced: boolean,
  given: Partial<Watchdogs> = {},
): Watch | null {
  // One by one: a time that an app passes as `undefined` is the default, and not none.
  const delay = (name: keyof Watchdogs): number => given[name] ?? defaultWatchdogs[name];
  const isLoading = session.status === 'loading';
  if (isLoading || session.status === 'preparing') {
    if (isLoading && !isPlaced) return { delay: delay('mount'), failure: 'frame-not-mounted' };
    // Two waits in a row, so that a computer that slept through the first one is not failed on waking.
    const slowDelay = Math.min(delay('frameSlow'), delay('frame'));
    if (!session.slow) return { delay: slowDelay, slow: 'frame' };
    return {
      delay: delay('frame') - slowDelay,
      failure: isLoading ? 'frame-not-loaded' : 'session-refused',
    };
  }
  if (session.status !== 'active' || session.slow) return null;
  if (session.stage === 'verifying' && !session.lastError) return { delay: delay('bank'), slow: 'bank' };
  return session.stage === 'mfa' ? { delay: delay('mfa'), slow: 'mfa-expiring' } : null;
}

/** A timeout that sets a flag, or one of the few that end a session: none of those can meet a user at work. */
export type Watch =
  | { readonly delay: number; readonly slow: NonNullable<LiveFacts['slow']> }
  | { readonly delay: number; readonly slow?: undefined; readonly failure: ConnectFailureCode };

/** The timeouts of a session, in milliseconds; `Infinity` for never. */
export interface Watchdogs {
  /** A session without a mounted frame fails as `frame-not-mounted`. 5 s: the app forgot `<FlinksConnect>`. */
  readonly mount: number;
  /** An address that did not come yet, or a frame without a message, is `slow: 'frame'`. 10 s. */
  readonly frameSlow: number;
  /** An address that never came fails as `session-refused`, a frame that posted nothing as `frame-not-loaded`. 60 s. */
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

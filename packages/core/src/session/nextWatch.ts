import type { ConnectFailureCode, ConnectSession, LiveFacts } from './session.ts';
import type { Watchdogs } from './watchdogs.ts';

/** What to wait for next in this state, and what it means if nothing else happens first. */
export function nextWatch(session: ConnectSession, isPlaced: boolean, delays: Watchdogs): Watch | null {
  if (session.status === 'loading') {
    if (!isPlaced) return { delay: delays.mount, failure: 'frame-not-mounted' };
    // Two waits in a row, so that a computer that slept through the first one is not failed on waking.
    return session.slow
      ? { delay: delays.frame - delays.frameSlow, failure: 'frame-not-loaded' }
      : { delay: delays.frameSlow, slow: 'frame' };
  }
  if (session.status !== 'active' || session.slow) return null;
  if (session.stage === 'verifying' && !session.lastError) return { delay: delays.bank, slow: 'bank' };
  return session.stage === 'mfa' ? { delay: delays.mfa, slow: 'mfa-expiring' } : null;
}

/** A wait that raises a flag, or the only two that end a session. */
export type Watch =
  | { readonly delay: number; readonly slow: LiveFacts['slow']; readonly failure?: undefined }
  | { readonly delay: number; readonly failure: ConnectFailureCode };

import type { ConnectFailureCode, ConnectSession, LiveFacts } from './session.ts';
import type { Watchdogs } from './watchdogs.ts';

/** What to wait for next in this state, and what it means if nothing else happens first. */
export function nextWatch(session: ConnectSession, isPlaced: boolean, delays: Watchdogs): Watch | null {
  if (session.status === 'preparing' || session.status === 'loading') {
    const isLoading = session.status === 'loading';
    if (isLoading && !isPlaced) return { delay: delays.mount, failure: 'frame-not-mounted' };
    // Two waits in a row, so that a computer that slept through the first one is not failed on waking.
    if (!session.slow) return { delay: delays.frameSlow, slow: 'frame' };
    return {
      delay: delays.frame - delays.frameSlow,
      failure: isLoading ? 'frame-not-loaded' : 'session-refused',
    };
  }
  if (session.status !== 'active' || session.slow) return null;
  if (session.stage === 'verifying' && !session.lastError) return { delay: delays.bank, slow: 'bank' };
  return session.stage === 'mfa' ? { delay: delays.mfa, slow: 'mfa-expiring' } : null;
}

/** A wait that raises a flag, or the few that end a session: none of them can meet a person at work. */
export type Watch =
  | { readonly delay: number; readonly slow: LiveFacts['slow']; readonly failure?: undefined }
  | { readonly delay: number; readonly failure: ConnectFailureCode };

import type { ConnectSession } from '@flinks-kit/core';

/** What there is to say about a session beside the widget, and the one thing that can be done about it. */
export interface ConnectNoticeState {
  readonly face:
    | 'preparing'
    | 'loading'
    | 'linking'
    | 'slow-frame'
    | 'slow-bank'
    | 'mfa-expiring'
    | 'offline'
    | 'popup-blocked'
    | 'failed'
    /** Nothing to say: the widget speaks for itself, or the app does. */
    | 'none';
  readonly action: 'retry' | 'cancel' | 'dismiss' | null;
}

/** Of several things at once, the one that explains the others. */
export function getConnectNotice(session: ConnectSession): ConnectNoticeState {
  switch (session.status) {
    case 'idle':
    case 'connected':
    case 'exited':
      return { face: 'none', action: null };
    case 'failed':
      return { face: 'failed', action: session.error.retry ? 'retry' : 'dismiss' };
    case 'linking':
      return { face: session.offline ? 'offline' : 'linking', action: null };
    case 'preparing':
    case 'loading':
    case 'active':
      return readFrameFace(session);
  }
}

type FrameSession = Extract<ConnectSession, { status: 'preparing' | 'loading' | 'active' }>;

function readFrameFace(session: FrameSession): ConnectNoticeState {
  if (session.offline) return { face: 'offline', action: 'cancel' };
  if (session.status === 'active' && session.popupBlocked) return { face: 'popup-blocked', action: 'retry' };
  // An address that is late will come or fail; only a loaded frame can be loaded anew.
  if (session.slow === 'frame')
    return { face: 'slow-frame', action: session.status === 'loading' ? 'retry' : 'cancel' };
  if (session.slow === 'bank') return { face: 'slow-bank', action: 'cancel' };
  if (session.slow === 'mfa-expiring') return { face: 'mfa-expiring', action: 'retry' };
  return session.status === 'active'
    ? { face: 'none', action: null }
    : { face: session.status, action: 'cancel' };
}

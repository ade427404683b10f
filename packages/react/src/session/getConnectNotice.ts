import type { ConnectSession } from '@flinks-kit/core';

/** What the notice beside the widget shows, and the one action it offers. */
export interface ConnectNoticeState {
  readonly state:
    | 'preparing'
    | 'loading'
    | 'linking'
    | 'slow-frame'
    | 'slow-bank'
    | 'mfa-expiring'
    | 'offline'
    | 'popup-blocked'
    | 'failed'
    /** No text: the widget, or the app, explains what happens. */
    | 'none';
  readonly action: 'retry' | 'cancel' | 'dismiss' | null;
}

/** The notice of a session. Where several apply, the one that explains the others. */
export function getConnectNotice(session: ConnectSession): ConnectNoticeState {
  switch (session.status) {
    case 'idle':
    case 'connected':
    case 'exited':
      return { state: 'none', action: null };
    case 'failed':
      return { state: 'failed', action: session.error.retry ? 'retry' : 'dismiss' };
    case 'linking':
      return { state: session.offline ? 'offline' : 'linking', action: null };
    case 'preparing':
    case 'loading':
    case 'active':
      return getFrameNotice(session);
  }
}

type FrameSession = Extract<ConnectSession, { status: 'preparing' | 'loading' | 'active' }>;

function getFrameNotice(session: FrameSession): ConnectNoticeState {
  if (session.offline) return { state: 'offline', action: 'cancel' };
  if (session.status === 'active' && session.popupBlocked) return { state: 'popup-blocked', action: 'retry' };
  // An address that is late will come or fail; only a loaded frame can be loaded again.
  if (session.slow === 'frame')
    return { state: 'slow-frame', action: session.status === 'loading' ? 'retry' : 'cancel' };
  if (session.slow === 'bank') return { state: 'slow-bank', action: 'cancel' };
  if (session.slow === 'mfa-expiring') return { state: 'mfa-expiring', action: 'retry' };
  return session.status === 'active'
    ? { state: 'none', action: null }
    : { state: session.status, action: 'cancel' };
}

import { type ConnectSession, isLive } from '@flinks-kit/core';

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
  if (session.status === 'failed') {
    return { state: 'failed', action: session.error.retry ? 'retry' : 'dismiss' };
  }
  if (!isLive(session)) return { state: 'none', action: null };
  const { status, offline, slow } = session;
  // Nothing can be cancelled while the login is stored.
  const action = status === 'linking' ? null : 'cancel';
  if (offline) return { state: 'offline', action };
  // The widget opens the window again itself: a second button for it would load another frame.
  if (status === 'active' && session.popupBlocked) return { state: 'popup-blocked', action };
  if (slow === 'mfa-expiring') return { state: slow, action: 'retry' };
  // An address that is late will come or fail; only a loaded frame can be loaded again.
  if (slow) return { state: `slow-${slow}`, action: status === 'loading' ? 'retry' : action };
  return status === 'active' ? { state: 'none', action: null } : { state: status, action };
}

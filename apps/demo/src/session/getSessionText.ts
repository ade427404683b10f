import type { ConnectSession } from '@flinks-kit/react';
import type { Text } from '../text/en.ts';

/** The text for a session's state, and the one action for the user. */
export interface SessionText {
  readonly title: string;
  readonly body: string;
  readonly action: 'start' | 'again' | 'cancel' | 'accounts' | 'home';
}

/** The text for every state of a session. */
export function getSessionText(
  session: ConnectSession,
  interrupted: boolean,
  text: Text['connect'],
): SessionText {
  const show = ([title = '', body = '']: readonly string[], action: SessionText['action']): SessionText => ({
    title,
    body,
    action,
  });
  const { status, stage } = text;
  switch (session.status) {
    case 'idle':
      return interrupted ? show(status.interrupted, 'again') : show(status.idle, 'start');
    case 'preparing':
    case 'loading':
      return show(status[session.status], 'cancel');
    case 'active':
      // The window stays on its problem until the person tries again there.
      if (session.lastError !== null && session.stage === 'verifying') return show(status.refused, 'cancel');
      return show(session.stage === null ? status.active : stage[session.stage], 'cancel');
    case 'linking':
    case 'connected':
      return show(status[session.status], 'accounts');
    case 'exited':
      return show(status[session.reason], 'again');
    case 'failed':
      return session.error.retry ? show(status.failed, 'again') : show(status.stuck, 'home');
  }
}

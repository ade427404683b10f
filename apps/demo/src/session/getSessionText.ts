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
  const say = ([title = '', body = '']: readonly string[], action: SessionText['action']): SessionText => ({
    title,
    body,
    action,
  });
  const { status, stage } = text;
  switch (session.status) {
    case 'idle':
      return interrupted ? say(status.interrupted, 'again') : say(status.idle, 'start');
    case 'preparing':
    case 'loading':
      return say(status[session.status], 'cancel');
    case 'active':
      // The window stays on its problem until the person tries again there.
      if (session.lastError !== null && session.stage === 'verifying') return say(status.refused, 'cancel');
      return say(session.stage === null ? status.active : stage[session.stage], 'cancel');
    case 'linking':
    case 'connected':
      return say(status[session.status], 'accounts');
    case 'exited':
      return say(status[session.reason], 'again');
    case 'failed':
      return session.error.retry ? say(status.failed, 'again') : say(status.stuck, 'home');
  }
}

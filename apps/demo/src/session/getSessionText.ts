import type { ConnectSession } from '@flinks-kit/react';
import type { Text } from '../text/en.ts';

/** The title and the sentence for a session's state. While the dialog is open, it shows the state itself. */
export function getSessionText(
  session: ConnectSession,
  interrupted: boolean,
  { status }: Text['connect'],
): readonly string[] {
  switch (session.status) {
    case 'linking':
    case 'connected':
      return status[session.status];
    case 'exited':
      return status[session.reason];
    case 'idle':
      return interrupted ? status.interrupted : status.idle;
    case 'preparing':
    case 'loading':
    case 'active':
    case 'failed':
      return status.idle;
  }
}

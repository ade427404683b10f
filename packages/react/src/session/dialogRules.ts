import type { ConnectSession } from '@flinks-kit/core';

/** Does the dialog have something to show? Not before a session, and not after an end that the app speaks about. */
export function isShown({ status }: ConnectSession): boolean {
  return status !== 'idle' && status !== 'connected' && status !== 'exited';
}

/** Can the session be ended by closing? While it is linked it cannot: the bank login exists already. */
export function canClose({ status }: ConnectSession): boolean {
  return status === 'preparing' || status === 'loading' || status === 'active';
}

/** Has the person done something in the widget that leaving would lose? */
export function hasWorkToLose(session: ConnectSession): boolean {
  return session.status === 'active' && session.stage !== null && session.stage !== 'consent';
}

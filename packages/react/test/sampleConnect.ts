import { type ConnectSession, createConnect, isFramed } from '@flinks-kit/core';
import { frameAttributes } from '../src/session/frameProps.ts';
import type { UseFlinksConnectResult } from '../src/session/useFlinksConnect.ts';

/** What `useFlinksConnect` returns, fixed in one session. Its frame has no address, so nothing is loaded. */
export function sampleConnect(session: ConnectSession): UseFlinksConnectResult {
  const engine = createConnect({ client: () => ({ openSession: never, linkConnection: never }) });
  const frameProps = isFramed(session)
    ? { ...frameAttributes, ref: () => undefined, title: 'Connect your bank' }
    : null;
  return { ...engine, engine, session, frameProps };
}

/** The user is at the bank's sign-in form. */
export const atBank: ConnectSession = {
  status: 'active',
  attempt: 1,
  offline: false,
  slow: null,
  stage: 'credentials',
  institution: 'FlinksCapital',
  mfaTypes: [],
  popupBlocked: false,
  lastError: null,
};

function never<Answer>(): Promise<Answer> {
  return new Promise(() => undefined);
}

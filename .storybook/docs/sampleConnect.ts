import { type ConnectSession, createConnect, isFramed, type UseFlinksConnectResult } from '@flinks-kit/react';

/** What `useFlinksConnect` returns, fixed in one session: for pages that draw a component without a frame. */
export function sampleConnect(session: ConnectSession): UseFlinksConnectResult {
  const engine = createConnect({ client: () => ({ openSession: never, linkConnection: never }) });
  const { open, openAsync, close, reset, retry } = engine;
  const frameProps = isFramed(session)
    ? {
        ref: () => undefined,
        title: 'Connect your bank',
        allow: '',
        referrerPolicy: 'strict-origin' as const,
      }
    : null;
  return { session, open, openAsync, close, reset, retry, frameProps, engine };
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

/** The same, with a bank that takes its time. */
export const atSlowBank: ConnectSession = { ...atBank, stage: 'verifying', slow: 'bank' };

function never<Answer>(): Promise<Answer> {
  return new Promise(() => undefined);
}

import { type Connection, type ConnectSession, FlinksConnect, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** A page that describes every status of the session in its own words. */
export function ConnectPage(): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <button type="button" data-flinks-button="primary" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <p role="status">{describeSession(connect.session)}</p>
      <FlinksConnect connect={connect} />
    </>
  );
}

function describeSession(session: ConnectSession): string {
  switch (session.status) {
    case 'idle':
      return 'No bank is connected yet.';
    case 'preparing':
    case 'loading':
      return 'Opening…';
    case 'active':
      return session.offline ? 'You are offline.' : `At the bank: ${session.stage ?? 'starting'}.`;
    case 'linking':
      return 'The bank is connected. Saving…';
    case 'connected':
      return `Connected to ${nameBank(session.connection)}.`;
    case 'exited':
      return `You left without connecting a bank (${session.reason}).`;
    case 'failed':
      return session.error.retry ? 'That did not work. Please try again.' : 'That did not work.';
  }
}

const nameBank = ({ institutionName }: Connection): string => institutionName ?? 'your bank';

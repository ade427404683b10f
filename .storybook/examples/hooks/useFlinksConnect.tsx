import { FlinksConnect, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function Loan(): ReactElement {
  const connect = useFlinksConnect({
    onConnected: (connection) => console.info('Ask the server for its accounts:', connection.id),
    onExited: (reason) => console.info('Left:', reason),
  });
  const { session } = connect;

  return (
    <section>
      {session.status === 'connected' ? (
        <p>Connected to {session.connection.institutionName ?? 'your bank'}.</p>
      ) : (
        <button type="button" data-flinks-button="" onClick={() => connect.open()}>
          Connect your bank
        </button>
      )}
      {session.status === 'exited' && <p>You left without connecting. Nothing was shared.</p>}
      <FlinksConnect connect={connect} />
    </section>
  );
}

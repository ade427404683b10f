import { FlinksConnect, useFlinksConnect } from '@flinks-kit/react';
import { type ReactElement, useEffect } from 'react';

/** A page whose one step is to connect a bank: it opens by itself. */
export function ConnectPage(): ReactElement {
  const connect = useFlinksConnect({
    onConnected: (connection) => console.info(`Show the accounts of ${connection.id}.`),
  });
  const { open, session } = connect;
  useEffect(() => open(), [open]);

  if (session.status === 'exited') {
    return (
      <button type="button" data-flinks-button="primary" onClick={() => open()}>
        Connect your bank
      </button>
    );
  }
  return <FlinksConnect connect={connect} />;
}

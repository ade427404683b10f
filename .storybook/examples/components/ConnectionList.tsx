import { ConnectionList, FlinksConnectDialog, useConnections, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** All banks of the user, and a way to connect another. */
export function Banks(): ReactElement {
  const connections = useConnections();
  const connect = useFlinksConnect();
  return (
    <>
      <ConnectionList connections={connections} connect={connect} />
      <p>
        <button type="button" data-flinks-button="" onClick={() => connect.open()}>
          Connect another bank
        </button>
      </p>
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

import { FlinksConnectDialog, ReconnectBanner, useConnections, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Above a page that needs current data. It is empty while every bank is well. */
export function PageTop(): ReactElement {
  const connections = useConnections();
  const connect = useFlinksConnect();
  return (
    <>
      <ReconnectBanner connections={connections} connect={connect} />
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

import { ConnectButton, FlinksConnectDialog, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** The usual pair: a button on the page, and the dialog that it opens. */
export function ConnectBank(): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <ConnectButton connect={connect} />
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

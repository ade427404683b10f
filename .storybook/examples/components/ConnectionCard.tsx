import { ConnectionCard, FlinksConnectDialog, useConnections, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Settings of one bank; the dialog opens when the bank wants the user to sign in again. */
export function BankSettings(): ReactElement {
  const { data: connections } = useConnections();
  const connect = useFlinksConnect();
  const connection = connections?.[0];
  if (connection === undefined) return <p role="status">No bank is connected.</p>;
  return (
    <>
      <ConnectionCard connection={connection} connect={connect} />
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

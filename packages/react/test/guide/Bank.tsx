import { AccountList, FlinksConnect, useAccounts, useFlinksConnect } from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';

/** The app under test in the guide: the README's own example. */
export function Bank(): ReactElement {
  const [connectionId, setConnectionId] = useState<string>();
  const connect = useFlinksConnect({ onConnected: (connection) => setConnectionId(connection.id) });
  const accounts = useAccounts(connectionId);

  if (connectionId !== undefined) return <AccountList accounts={accounts} />;
  return (
    <>
      <button onClick={() => connect.open()}>Connect your bank</button>
      <FlinksConnect connect={connect} />
    </>
  );
}

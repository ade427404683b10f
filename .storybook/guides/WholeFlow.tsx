import {
  AccountList,
  ConnectProgress,
  FlinksConnect,
  useAccounts,
  useFlinksConnect,
} from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';

/** From the first click to the accounts, as an app would write it. */
export function WholeFlow(): ReactElement {
  const [connectionId, setConnectionId] = useState<string>();
  const connect = useFlinksConnect({ onConnected: (connection) => setConnectionId(connection.id) });
  const accounts = useAccounts(connectionId);

  if (connectionId !== undefined) return <AccountList accounts={accounts} />;
  return (
    <div style={{ display: 'grid', gap: '1rem', maxInlineSize: '30rem' }}>
      <button type="button" data-flinks-button="" onClick={() => connect.open()}>
        Connect your bank · Connecter ma banque
      </button>
      <ConnectProgress connect={connect} />
      <FlinksConnect connect={connect} />
    </div>
  );
}

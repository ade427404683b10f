'use client';

import { AccountList, FlinksConnect, FlinksProvider, useAccounts, useFlinksConnect } from '@flinks-kit/react';
import '@flinks-kit/react/styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';

const queryClient = new QueryClient();

export function BankPage() {
  return (
    <QueryClientProvider client={queryClient}>
      {/* TODO: the id of the signed-in user, and null while no user is signed in. */}
      <FlinksProvider endpoint="/api/flinks" userId="the-only-user">
        <Bank />
      </FlinksProvider>
    </QueryClientProvider>
  );
}

function Bank() {
  const [connectionId, setConnectionId] = useState('');
  const connect = useFlinksConnect({ onConnected: (connection) => setConnectionId(connection.id) });
  const accounts = useAccounts(connectionId === '' ? undefined : connectionId);

  if (connectionId !== '') return <AccountList accounts={accounts} />;
  return (
    <>
      <button onClick={() => connect.open()}>Connect your bank</button>
      <FlinksConnect connect={connect} />
    </>
  );
}

'use client';

import { AccountList, FlinksConnect, useAccounts, useFlinksConnect } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Connects a bank, and shows its accounts. */
export function Bank(): ReactElement {
  const connect = useFlinksConnect();
  const { session } = connect;
  const accounts = useAccounts(session.status === 'connected' ? session.connection.id : undefined);
  return (
    <>
      <button type="button" onClick={connect.open}>
        Connect your bank
      </button>
      <FlinksConnect connect={connect} />
      {session.status === 'connected' && <AccountList accounts={accounts} />}
    </>
  );
}

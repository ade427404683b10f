'use client';

import {
  AccountPicker,
  FlinksConnectDialog,
  useAccounts,
  useConnections,
  useFlinksConnect,
} from '@flinks-kit/react';
import { chooseForPayments } from './actions';

/** Connects a bank, and lets the user choose the account for payments: a form that posts to a server action. */
export function Banks() {
  const connect = useFlinksConnect();
  const [newest] = useConnections().data ?? [];
  const accounts = useAccounts(newest?.id);
  return (
    <main>
      <button type="button" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <FlinksConnectDialog connect={connect} />
      {newest !== undefined && (
        <form action={chooseForPayments}>
          <input type="hidden" name="connection" value={newest.id} />
          <AccountPicker accounts={accounts} name="account" />
          <button type="submit">Use this account</button>
        </form>
      )}
    </main>
  );
}

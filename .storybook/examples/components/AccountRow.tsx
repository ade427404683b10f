import { AccountRow, useAccounts, useConnections } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** The account that rent is paid from, alone. */
export function RentAccount(): ReactElement {
  const { data: connections } = useConnections();
  const { data } = useAccounts(connections?.[0]?.id);
  const account = data?.accounts[0];
  if (account === undefined) return <p role="status">Loading…</p>;
  return (
    <ul style={{ listStyle: 'none', padding: 0 }}>
      <AccountRow account={account} />
    </ul>
  );
}

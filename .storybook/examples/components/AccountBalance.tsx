import { AccountBalance, useAccounts, useConnections } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** What the first account holds. */
export function RentMoney(): ReactElement {
  const { data: connections } = useConnections();
  const { data } = useAccounts(connections?.[0]?.id);
  const account = data?.accounts[0];
  if (account === undefined) return <p role="status">Loading…</p>;
  return <AccountBalance account={account} />;
}

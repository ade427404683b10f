import { AccountList, useAccounts, useConnections } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** The accounts of the user's first bank. */
export function Accounts(): ReactElement {
  const { data: connections } = useConnections();
  const accounts = useAccounts(connections?.[0]?.id);
  return <AccountList accounts={accounts} />;
}

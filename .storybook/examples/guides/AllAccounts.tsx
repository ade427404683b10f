import { AccountList, AccountPicker, groupByConnection, useAllAccounts } from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';

/** The accounts of every bank of the user, and the choice of the one to debit. */
export function AllAccounts(): ReactElement {
  const all = useAllAccounts();
  const [accountId, setAccountId] = useState<string | null>(null);
  const waiting = all.connections.filter(({ status }) => status === 'needs-user');

  return (
    <>
      {waiting.length > 0 && <p role="status">{waiting.length} of your banks must be connected again.</p>}
      <AccountList accounts={all} groupBy={groupByConnection} />
      <h2>Which account pays?</h2>
      <AccountPicker
        accounts={all}
        purpose="pad-debit"
        name="account"
        value={accountId}
        onValueChange={setAccountId}
      />
    </>
  );
}

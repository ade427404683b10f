import { AccountList, AccountPicker, useAllAccounts } from '@flinks-kit/react';
import { type FormEvent, type ReactElement, useState } from 'react';

/** The accounts of every bank of the user, and the choice of the one to debit. */
export function AllAccounts(): ReactElement {
  const all = useAllAccounts();
  const [chosen, setChosen] = useState<string>();
  const waiting = all.connections.filter(({ status }) => status === 'needs-user');

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const choice = new FormData(event.currentTarget).get('account'); // `connectionId/accountId`
    setChosen(typeof choice === 'string' ? choice : undefined);
  }

  return (
    <>
      {/* Empty at first: a status that arrives together with its text is not read out everywhere. */}
      <p role="status">{askToReconnect(waiting.length)}</p>
      <AccountList accounts={all} groupBy="connection" />
      <form onSubmit={submit}>
        <AccountPicker accounts={all} groupBy="connection" purpose="pad-debit" name="account" required />
        <p>
          <button type="submit" data-flinks-button="primary">
            Pay from this account
          </button>
        </p>
        <p role="status">{chosen !== undefined && `Your server gets both ids: ${chosen}`}</p>
      </form>
    </>
  );
}

function askToReconnect(banks: number): string {
  if (banks === 0) return '';
  return banks === 1
    ? 'One of your banks must be connected again.'
    : `${banks} of your banks must be connected again.`;
}

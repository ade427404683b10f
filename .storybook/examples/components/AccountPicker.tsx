import { AccountPicker, useAccounts, useConnections } from '@flinks-kit/react';
import { type FormEvent, type ReactElement, useState } from 'react';

/** A form that reads the choice by its name, as any form field. */
export function RentForm(): ReactElement {
  const { data: connections } = useConnections();
  const accounts = useAccounts(connections?.[0]?.id);
  const [chosen, setChosen] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const choice = new FormData(event.currentTarget).get('rentAccount');
    setChosen(typeof choice === 'string' ? choice : undefined);
  }

  return (
    <form onSubmit={submit}>
      <AccountPicker accounts={accounts} purpose="pad-debit" name="rentAccount" required />
      <p>
        <button type="submit" data-flinks-button="primary">
          Pay rent from this account
        </button>
      </p>
      <p role="status">{chosen !== undefined && `Your server gets the account’s id: ${chosen}`}</p>
    </form>
  );
}

import {
  AccountPicker,
  ConnectButton,
  FlinksConnectDialog,
  useAccounts,
  useConnections,
  useFlinksConnect,
} from '@flinks-kit/react';
import { type FormEvent, type ReactElement, useState } from 'react';

/** A tenant connects a bank and chooses the account that rent is debited from. */
export function PayRent(): ReactElement {
  const connect = useFlinksConnect();
  const { data: connections } = useConnections();
  const connectionId = connections?.[0]?.id;
  const accounts = useAccounts(connectionId);
  const [message, setMessage] = useState('');

  async function agree(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const accountId = new FormData(event.currentTarget).get('account');
    const response = await fetch('/api/rent/agreement', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ connectionId, accountId }),
    });
    setMessage(response.ok ? 'Your agreement is on its way to you by e-mail.' : 'Please choose again.');
  }

  return (
    <>
      {connectionId === undefined ? (
        <ConnectButton connect={connect} />
      ) : (
        <form onSubmit={(event) => void agree(event)}>
          <AccountPicker accounts={accounts} purpose="pad-debit" name="account" required />
          <p>
            <button type="submit" data-flinks-button="primary">
              Debit my rent on the first of each month
            </button>
          </p>
          <p role="status">{message}</p>
        </form>
      )}
      {/* Mounted all the time: it shows the success after the bank is in the list. */}
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

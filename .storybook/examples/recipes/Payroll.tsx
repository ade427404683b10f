import {
  AccountPicker,
  ConnectButton,
  FlinksConnectDialog,
  useAllAccounts,
  useFlinksConnect,
} from '@flinks-kit/react';
import { type FormEvent, type ReactElement, useState } from 'react';

/** An employee chooses where wages go, among the accounts of all their banks. */
export function WageAccount(): ReactElement {
  const connect = useFlinksConnect();
  const all = useAllAccounts();
  const [isSaved, setSaved] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('account'); // `connectionId/accountId`
    const chosen = all.accounts.find(({ connectionId, id }) => value === `${connectionId}/${id}`);
    const response = await fetch('/api/payroll/account', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ connectionId: chosen?.connectionId, accountId: chosen?.id }),
    });
    setSaved(response.ok);
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <AccountPicker
        accounts={all}
        purpose="payout"
        name="account"
        required
        legend="Where should your pay go?"
      />
      <p>
        <button type="submit" data-flinks-button="primary">
          Save
        </button>
      </p>
      <p role="status">{isSaved && 'Your next pay goes to this account.'}</p>
      <ConnectButton connect={connect} consent={null}>
        Connect another bank
      </ConnectButton>
      <FlinksConnectDialog connect={connect} />
    </form>
  );
}

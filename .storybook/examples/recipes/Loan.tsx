import {
  AccountList,
  AccountPicker,
  assessForIncome,
  ConnectButton,
  FlinksConnectDialog,
  useAccounts,
  useConnections,
  useFlinksConnect,
} from '@flinks-kit/react';
import { type ReactElement, useState } from 'react';

/** An applicant shows accounts to a lender, and names the one that income arrives in. */
export function LoanApplication(): ReactElement {
  const connect = useFlinksConnect();
  const { data: connections } = useConnections();
  const accounts = useAccounts(connections?.[0]?.id);
  const [incomeAccount, setIncomeAccount] = useState<string | null>(null);

  if (connections?.length === 0) {
    return (
      <>
        <ConnectButton connect={connect} />
        <FlinksConnectDialog connect={connect} />
      </>
    );
  }
  return (
    <>
      <AccountList accounts={accounts} />
      <AccountPicker
        accounts={accounts}
        purpose="income"
        assess={assessForIncome}
        onValueChange={setIncomeAccount}
      />
      <button type="button" data-flinks-button="primary" disabled={incomeAccount === null}>
        Apply with this account
      </button>
    </>
  );
}

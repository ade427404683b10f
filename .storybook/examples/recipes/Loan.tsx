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

  return (
    <>
      {connections?.length === 0 ? (
        <ConnectButton connect={connect} />
      ) : (
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
      )}
      {/* Mounted all the time: it shows the success after the bank is in the list. */}
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

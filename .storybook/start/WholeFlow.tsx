import {
  AccountPicker,
  ConnectButton,
  ConnectionList,
  ConnectProgress,
  FlinksConnect,
  useAccounts,
  useConnections,
  useFlinksConnect,
  type UseFlinksConnectOptions,
} from '@flinks-kit/react';
import { type ReactElement, useEffect } from 'react';

/** From the first click to a connected bank and its accounts, as an app would write it; below it the session's status. */
export function WholeFlow({ isOpen = false, onEvent }: WholeFlowProps): ReactElement {
  const connect = useFlinksConnect({ onEvent });
  const { open } = connect;
  useEffect(() => {
    if (isOpen) open();
  }, [isOpen, open]);
  const connections = useConnections();
  const bank = connections.data?.[0];
  const accounts = useAccounts(bank?.id);
  const { status } = connect.session;

  return (
    <div className="kit-flow">
      {status !== 'active' && !bank && <ConnectButton connect={connect} />}
      <ConnectProgress connect={connect} />
      <FlinksConnect connect={connect} />
      {bank && (
        <>
          <AccountPicker accounts={accounts} purpose="pad-debit" name="account" />
          <ConnectionList connections={connections} connect={connect} headingLevel={2} />
        </>
      )}
      <output>
        <code>{status}</code>
      </output>
    </div>
  );
}

interface WholeFlowProps extends Pick<UseFlinksConnectOptions, 'onEvent'> {
  /** Show the widget at once. */
  readonly isOpen?: boolean;
}

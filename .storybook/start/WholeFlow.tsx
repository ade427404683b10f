import {
  AccountPicker,
  ConnectionList,
  ConnectProgress,
  FlinksConnect,
  useAccounts,
  useConnections,
  useFlinks,
  useFlinksConnect,
} from '@flinks-kit/react';
import { type ReactElement, useEffect, useState } from 'react';
import { nameEvent, SessionLog } from './SessionLog.tsx';
import { words } from './words.ts';

/** From the first click to a bank that is cared for, as an app would write it. */
export function WholeFlow({ isOpen = false }: WholeFlowProps): ReactElement {
  const { locale } = useFlinks();
  const { connectBank, invitation } = words(locale);
  const [events, setEvents] = useState<readonly string[]>([]);
  const connect = useFlinksConnect({
    onEvent: (event) => setEvents((before) => [...before, nameEvent(event)]),
  });
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
      <div className="kit-flow-app">
        {status !== 'active' && !bank && (
          <>
            <p>{invitation}</p>
            <button type="button" data-flinks-button="primary" onClick={() => open()}>
              {connectBank}
            </button>
          </>
        )}
        <ConnectProgress connect={connect} />
        <FlinksConnect connect={connect} />
        {bank && (
          <>
            <AccountPicker accounts={accounts} purpose="pad-debit" name="account" />
            <ConnectionList connections={connections} connect={connect} headingLevel={2} />
          </>
        )}
      </div>
      <SessionLog status={status} events={events} />
    </div>
  );
}

interface WholeFlowProps {
  /** Show the widget at once. */
  readonly isOpen?: boolean;
}

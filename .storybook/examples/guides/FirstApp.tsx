import {
  AccountList,
  ConnectButton,
  FlinksConnectDialog,
  FlinksProvider,
  useAccounts,
  useConnections,
  useFlinksConnect,
} from '@flinks-kit/react';
import '@flinks-kit/react/styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';

const queryClient = new QueryClient();

/** `userId` is the id of the signed-in user, or `null`. */
export function App({ userId }: { readonly userId: string | null }): ReactElement {
  return (
    <QueryClientProvider client={queryClient}>
      <FlinksProvider endpoint="/api/flinks" userId={userId}>
        <Bank />
      </FlinksProvider>
    </QueryClientProvider>
  );
}

function Bank(): ReactElement {
  const connect = useFlinksConnect();
  const { data: connections } = useConnections();
  const connectionId = connections?.[0]?.id;
  const accounts = useAccounts(connectionId);

  return (
    <>
      {connectionId === undefined ? <ConnectButton connect={connect} /> : <AccountList accounts={accounts} />}
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

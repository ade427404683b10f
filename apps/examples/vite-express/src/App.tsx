import {
  AccountList,
  ConnectionList,
  FlinksConnectDialog,
  FlinksProvider,
  useAccounts,
  useConnections,
  useFlinksConnect,
} from '@flinks-kit/react';
import '@flinks-kit/react/styles.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const userKey = ['user'];

/** Shows the sign-in button until a user is signed in, and then that user's banks. */
export function App() {
  const queryClient = useQueryClient();
  const user = useQuery({ queryKey: userKey, queryFn: () => request('GET', '/api/user') });
  const signIn = useMutation({
    mutationFn: () => request('POST', '/api/sign-in'),
    onSuccess: (signedIn) => queryClient.setQueryData(userKey, signedIn),
  });
  if (user.data === undefined) return null;
  const { userId } = user.data;
  if (userId === null) {
    return (
      <button type="button" onClick={() => signIn.mutate()}>
        Sign in
      </button>
    );
  }
  return (
    <FlinksProvider endpoint="/api/flinks" userId={userId}>
      <Banks />
    </FlinksProvider>
  );
}

function Banks() {
  const connect = useFlinksConnect();
  const connections = useConnections();
  const [newest] = connections.data ?? [];
  const accounts = useAccounts(newest?.id);
  return (
    <main>
      <button type="button" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <FlinksConnectDialog connect={connect} />
      <ConnectionList connections={connections} connect={connect} />
      {newest !== undefined && <AccountList accounts={accounts} />}
    </main>
  );
}

async function request(method: string, path: string): Promise<{ readonly userId: string | null }> {
  const response = await fetch(path, { method });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.json();
}

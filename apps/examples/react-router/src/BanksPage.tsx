import { FlinksConnectDialog, type FlinksClient, useConnections, useFlinksConnect } from '@flinks-kit/react';
import { connectionsQueryOptions } from '@flinks-kit/react/query';
import '@flinks-kit/react/styles.css';
import type { QueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';

export const banksLoader = (queryClient: QueryClient, client: FlinksClient) => () =>
  queryClient.ensureQueryData(connectionsQueryOptions(client));

export function BanksPage() {
  const navigate = useNavigate();
  const connect = useFlinksConnect({ onConnected: ({ id }) => void navigate(`/banks/${id}`) });
  const connections = useConnections();
  return (
    <main>
      <button type="button" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <FlinksConnectDialog connect={connect} />
      <ul>
        {connections.data?.map(({ id, institutionName }) => (
          <li key={id}>
            <Link to={`/banks/${id}`}>{institutionName ?? 'Your bank'}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}

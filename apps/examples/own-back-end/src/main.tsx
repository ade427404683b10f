import { FlinksConnect, type FlinksClient, FlinksProvider, useFlinksConnect } from '@flinks-kit/react';
import '@flinks-kit/react/styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';

const client: FlinksClient = {
  openSession: (request, options) => post('/my/bank/session', request, options?.signal),
  linkConnection: (request, options) => post('/my/bank/link', request, options?.signal),
};

function Bank() {
  const connect = useFlinksConnect();
  if (connect.session.status === 'connected') return <p role="status">Connected.</p>;
  return (
    <>
      <button type="button" onClick={() => connect.open()}>
        Connect your bank
      </button>
      <FlinksConnect connect={connect} />
    </>
  );
}

async function post<Answer>(path: string, body: object, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.json();
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <FlinksProvider client={client}>
      <Bank />
    </FlinksProvider>
  </QueryClientProvider>,
);

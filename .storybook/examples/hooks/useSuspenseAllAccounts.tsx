import { useSuspenseAllAccounts } from '@flinks-kit/react';
import { type ReactElement, Suspense } from 'react';

export function SuspendedBanks(): ReactElement {
  return (
    <Suspense fallback={<p role="status">Reading your banks…</p>}>
      <Banks />
    </Suspense>
  );
}

function Banks(): ReactElement {
  const { connections } = useSuspenseAllAccounts();
  return (
    <ul>
      {connections.map(({ connection, status, snapshot }) => (
        <li key={connection.id}>
          {connection.institutionName ?? 'Your bank'}: {status}, {snapshot?.accounts.length ?? 0} accounts
        </li>
      ))}
    </ul>
  );
}

import { AccountList, useSuspenseAccounts } from '@flinks-kit/react';
import { type ReactElement, Suspense } from 'react';

export function SuspendedAccounts({ connectionId }: { readonly connectionId: string }): ReactElement {
  return (
    <Suspense fallback={<p role="status">Reading your accounts…</p>}>
      <Accounts connectionId={connectionId} />
    </Suspense>
  );
}

function Accounts({ connectionId }: { readonly connectionId: string }): ReactElement {
  const accounts = useSuspenseAccounts(connectionId);
  return <AccountList accounts={accounts} />;
}

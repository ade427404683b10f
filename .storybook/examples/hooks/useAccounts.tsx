import { useAccounts } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function Accounts({ connectionId }: { readonly connectionId: string | undefined }): ReactElement {
  const { data, isPending, error } = useAccounts(connectionId);

  if (error) return <p role="alert">The accounts could not be read: {error.message}</p>;
  if (isPending) return <p role="status">Reading your accounts…</p>;
  return (
    <>
      <p role="status">{data.status !== 'ready' && 'Your bank is still sending details.'}</p>
      <ul>
        {data.accounts.map(({ id, title, mask }) => (
          <li key={id}>
            {title} {mask}
          </li>
        ))}
      </ul>
    </>
  );
}

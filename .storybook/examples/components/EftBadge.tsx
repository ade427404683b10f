import { EftBadge, useAccounts, useConnections } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Which accounts can be debited, and why. */
export function DebitOverview(): ReactElement {
  const { data: connections } = useConnections();
  const { data } = useAccounts(connections?.[0]?.id);
  if (data === undefined) return <p role="status">Loading…</p>;
  return (
    <ul>
      {data.accounts.map((account) => (
        <li key={account.id}>
          {account.title} <EftBadge assessment={account.eft} />
        </li>
      ))}
    </ul>
  );
}

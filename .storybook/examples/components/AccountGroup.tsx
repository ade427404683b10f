import { AccountGroup, useAccountGroups, useAccounts, useConnections } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** Each category in a column of its own. */
export function Columns(): ReactElement {
  const { data: connections } = useConnections();
  const { data } = useAccounts(connections?.[0]?.id);
  const groups = useAccountGroups(data?.accounts ?? []);
  if (data === undefined) return <p role="status">Loading…</p>;
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: 'repeat(auto-fit, minmax(15rem, 1fr))' }}>
      {groups.map((group) => (
        <AccountGroup key={group.category} group={group} />
      ))}
    </div>
  );
}

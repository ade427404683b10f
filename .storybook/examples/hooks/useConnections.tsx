import { useConnections } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function Banks(): ReactElement {
  const { data: connections = [], isPending } = useConnections();
  if (isPending) return <p role="status">Looking for your banks…</p>;
  return (
    <ul>
      {connections.map(({ id, institutionName, health }) => (
        <li key={id}>
          {institutionName ?? 'Your bank'}: {health.status}
        </li>
      ))}
    </ul>
  );
}

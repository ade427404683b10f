import { useConnections, useDeleteConnection } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function ForgetBank(): ReactElement {
  const { data: connections } = useConnections();
  const remove = useDeleteConnection();
  if (connections?.length === 0) return <p role="status">No bank is connected.</p>;
  return (
    <ul>
      {connections?.map(({ id, institutionName }) => (
        <li key={id}>
          <button type="button" data-flinks-button="" onClick={() => remove.mutate({ connectionId: id })}>
            Delete {institutionName ?? 'your bank'}
          </button>
        </li>
      ))}
    </ul>
  );
}

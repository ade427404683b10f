import { useConnection, useScheduledRefresh } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function NightlySetting({ connectionId }: { readonly connectionId: string }): ReactElement {
  const { data: connection } = useConnection(connectionId);
  const change = useScheduledRefresh();
  return (
    <label>
      <input
        type="checkbox"
        checked={connection?.scheduledRefresh ?? false}
        onChange={({ currentTarget }) => change.mutate({ connectionId, enabled: currentTarget.checked })}
      />{' '}
      Read my bank every night
    </label>
  );
}

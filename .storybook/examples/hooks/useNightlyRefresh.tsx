import { useConnection, useNightlyRefresh } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function NightlySetting({ connectionId }: { readonly connectionId: string }): ReactElement {
  const { data: connection } = useConnection(connectionId);
  const change = useNightlyRefresh();
  return (
    <label>
      <input
        type="checkbox"
        checked={connection?.nightlyRefresh ?? false}
        onChange={({ currentTarget }) => change.mutate({ connectionId, enabled: currentTarget.checked })}
      />{' '}
      Nightly refresh
    </label>
  );
}

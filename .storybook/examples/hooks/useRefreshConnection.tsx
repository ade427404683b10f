import { FlinksConnectDialog, useFlinksConnect, useRefreshConnection } from '@flinks-kit/react';
import type { ReactElement } from 'react';

export function RefreshButton({ connectionId }: { readonly connectionId: string }): ReactElement {
  const refresh = useRefreshConnection();
  const connect = useFlinksConnect();

  if (refresh.data?.status === 'action-required') {
    return (
      <>
        <button type="button" data-flinks-button="" onClick={() => connect.open({ connectionId })}>
          Your bank asks you something
        </button>
        <FlinksConnectDialog connect={connect} />
      </>
    );
  }
  return (
    <>
      <button
        type="button"
        data-flinks-button=""
        disabled={refresh.isPending}
        onClick={() => refresh.mutate({ connectionId })}
      >
        Read my bank again
      </button>
      <p role="status">{refresh.data?.status === 'done' && 'Up to date.'}</p>
    </>
  );
}

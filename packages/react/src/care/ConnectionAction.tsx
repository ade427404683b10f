'use client';

import type { Connection, OpenSessionRequest } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { careEn } from '../labels/care.en.ts';
import { useLabels } from '../labels/useLabels.ts';
import type { ConnectionCare } from './readConnectionCare.ts';
import { useRefreshConnection } from './useRefreshConnection.ts';

/** The one button that is right for a connection, and what came of pressing it. */
export function ConnectionAction({
  connection,
  action,
  connect,
}: ConnectionActionProps): ReactElement | null {
  const labels = useLabels('care', careEn);
  const refresh = useRefreshConnection();
  const needsPerson = action === 'reconnect' || refresh.data?.status === 'action-required';
  if (action === 'none' || (needsPerson && connect === undefined)) return null;
  return (
    <div data-flinks-connection-action="">
      {needsPerson ? (
        <button
          type="button"
          data-flinks-button="primary"
          onClick={() => connect?.open({ connectionId: connection.id })}
        >
          {labels.reconnect}
        </button>
      ) : (
        <button
          type="button"
          data-flinks-button=""
          aria-disabled={refresh.isPending || undefined}
          onClick={() => !refresh.isPending && refresh.mutate(connection.id)}
        >
          {refresh.isPending ? labels.refreshing : labels.refresh}
        </button>
      )}
      <span role="status">
        {refresh.isError && labels.failed}
        {action !== 'reconnect' && needsPerson && labels.actionRequired}
      </span>
    </div>
  );
}

interface ConnectionActionProps {
  readonly connection: Connection;
  readonly action: ConnectionCare['action'];
  readonly connect: { open(asked: OpenSessionRequest): void } | undefined;
}

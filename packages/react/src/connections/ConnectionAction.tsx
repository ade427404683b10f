'use client';

import type { Connection, OpenSessionRequest } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { formatWait } from '../format/formatWait.ts';
import { connectionsEn, type ConnectionsLabels } from '../labels/connections.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { flinksKeys } from '../query/keys.ts';
import type { ConnectionView } from './getConnectionView.ts';
import { PausedChange } from './PausedChange.tsx';
import { usePausedChange } from './usePausedChange.ts';
import { useRefreshConnection } from './useRefreshConnection.ts';

/**
 * The one button of a connection, and the result of pressing it. The button stays one element while its meaning
 * changes, so that the focus is never lost.
 */
export function ConnectionAction({ connection, view, connect }: ConnectionActionProps): ReactElement | null {
  const { client, locale } = useFlinks();
  const labels = useLabels('connections', connectionsEn);
  const refresh = useRefreshConnection();
  const cancelPaused = usePausedChange(flinksKeys.refreshes(client), connection.id);
  const { status, flinksCode } = connection.health;
  // A refresh that was started here keeps its button meanwhile; one that was started elsewhere needs none.
  const isUpdating = status === 'pending' && !refresh.isIdle;
  const action = isUpdating ? 'updating' : view.action;
  const isReconnect = action === 'reconnect' || action === 'reconnect-after-bank';
  if (action === 'none') return null;
  // Without a code of Flinks no remedy explains why the user must sign in.
  const reason = status !== 'needs-user' || flinksCode !== null ? null : reasonToSignIn(connection, labels);
  if (isReconnect && connect === undefined) return reason === null ? null : <p>{reason}</p>;

  const isDisabled = action === 'updating' || action === 'later' || cancelPaused !== null;
  return (
    <div data-flinks-connection-action={action}>
      {reason !== null && <p>{reason}</p>}
      <button
        type="button"
        data-flinks-button={action === 'reconnect' ? 'primary' : ''}
        aria-disabled={isDisabled || undefined}
        onClick={() => {
          if (isDisabled) return;
          if (isReconnect) connect?.open({ connectionId: connection.id });
          else refresh.mutate({ connectionId: connection.id });
        }}
      >
        {action === 'later' ? labels.refreshIn(formatWait(view.waitMs, locale)) : labels.actions[action]}
      </button>
      {cancelPaused !== null && (
        <PausedChange sentence={labels.paused.refresh} cancel={labels.cancel} onCancel={cancelPaused} />
      )}
      {/* Every other end of a refresh is in the connection's health, with its reason. */}
      <span role="status">{refresh.isError && status === 'ok' && labels.failed}</span>
    </div>
  );
}

interface ConnectionActionProps {
  readonly connection: Connection;
  readonly view: ConnectionView;
  readonly connect: { open(request: OpenSessionRequest): void } | undefined;
}

function reasonToSignIn({ verification }: Connection, labels: ConnectionsLabels): string {
  return verification === 'unverified' ? labels.confirmLogin : labels.actionRequired;
}

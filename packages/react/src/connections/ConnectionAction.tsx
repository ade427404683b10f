'use client';

import type { Connection, OpenSessionRequest } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { formatTime } from '../format/formatDateTime.ts';
import { connectionsEn } from '../labels/connections.en.ts';
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
  const { client, locale, timeZone } = useFlinks();
  const labels = useLabels('connections', connectionsEn);
  const refresh = useRefreshConnection();
  const cancelPaused = usePausedChange(flinksKeys.refreshes(client), connection.id);
  const { status, flinksCode } = connection.health;
  // A refresh that was started here keeps its button meanwhile; one that was started elsewhere needs none.
  const isUpdating = status === 'pending' && !refresh.isIdle;
  const action = isUpdating ? 'updating' : view.action;
  const isReconnect = action === 'reconnect' || action === 'reconnect-after-bank';
  if (action === 'none' || (isReconnect && connect === undefined)) return null;

  const from =
    view.refreshableAt === null
      ? ''
      : formatTime(new Date(view.refreshableAt).toISOString(), locale, timeZone);
  const isDisabled = action === 'updating' || action === 'later' || cancelPaused !== null;
  return (
    <div data-flinks-connection-action={action}>
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
        {action === 'later' ? labels.refreshFrom(from) : labels.actions[action]}
      </button>
      {cancelPaused !== null && (
        <PausedChange sentence={labels.paused.refresh} cancel={labels.cancel} onCancel={cancelPaused} />
      )}
      <span role="status">{statusText()}</span>
    </div>
  );

  function statusText(): string | null {
    if (status === 'needs-user' && flinksCode === null) return labels.actionRequired;
    // Every other end of a refresh is in the connection's health, with its reason.
    return refresh.isError && status === 'ok' ? labels.failed : null;
  }
}

interface ConnectionActionProps {
  readonly connection: Connection;
  readonly view: ConnectionView;
  readonly connect: { open(request: OpenSessionRequest): void } | undefined;
}

'use client';

import type { Connection, OpenSessionRequest } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { formatTime } from '../format/formatDateTime.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import type { ConnectionView } from './getConnectionView.ts';
import { useRefreshConnection } from './useRefreshConnection.ts';

/**
 * The one button that is right for a connection, and what came of pressing it. It stays one element while its meaning
 * changes, so that the focus is never lost.
 */
export function ConnectionAction({ connection, care, connect }: ConnectionActionProps): ReactElement | null {
  const { locale, timeZone } = useFlinks();
  const labels = useLabels('connections', connectionsEn);
  const refresh = useRefreshConnection();
  const { status, flinksCode } = connection.health;
  // What was started here keeps its button meanwhile; what was started elsewhere needs none.
  const updating = status === 'pending' && !refresh.isIdle;
  const action = updating ? 'updating' : care.action;
  const forPerson = action === 'reconnect' || action === 'reconnect-after-bank';
  if (action === 'none' || (forPerson && connect === undefined)) return null;

  const from = care.from === null ? '' : formatTime(new Date(care.from).toISOString(), locale, timeZone);
  const waits = action === 'updating' || action === 'later';
  return (
    <div data-flinks-connection-action={action}>
      <button
        type="button"
        data-flinks-button={action === 'reconnect' ? 'primary' : ''}
        aria-disabled={waits || undefined}
        onClick={() => {
          if (forPerson) connect?.open({ connectionId: connection.id });
          else if (!waits) refresh.mutate(connection.id);
        }}
      >
        {action === 'later' ? labels.refreshFrom(from) : labels.actions[action]}
      </button>
      <span role="status">
        {status === 'needs-user' && flinksCode === null && labels.actionRequired}
        {/* Anything else that a refresh can end in is in the connection's health, with its reason. */}
        {refresh.isError && status === 'ok' && labels.failed}
      </span>
    </div>
  );
}

interface ConnectionActionProps {
  readonly connection: Connection;
  readonly care: ConnectionView;
  readonly connect: { open(asked: OpenSessionRequest): void } | undefined;
}

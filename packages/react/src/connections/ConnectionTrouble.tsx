'use client';

import type { Connection, OpenSessionRequest } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import { formatWait } from '../format/formatWait.ts';
import { connectionsEn } from '../labels/connections.en.ts';
import { useFlinks } from '../provider/useFlinks.ts';
import { useLabels } from '../provider/useLabels.ts';
import { type ConnectionView, isReconnect } from './getConnectionView.ts';
import { RemedyMessage } from './RemedyMessage.tsx';

/** What is wrong with a connection, and the one button that resolves it. */
export function ConnectionTrouble(props: ConnectionTroubleProps): ReactElement {
  const { connection, view, connect, isRefreshOff, onRefresh } = props;
  const { locale } = useFlinks();
  const labels = useLabels('connections', connectionsEn);
  const { flinksCode } = connection.health;
  const { action } = view;
  const isDisabled = action === 'later' || (action === 'refresh' && isRefreshOff);
  return (
    <div data-flinks-connection-trouble={connection.health.status}>
      {flinksCode === null ? (
        // Without a code of Flinks no remedy explains it.
        <p>{getReason(connection, labels)}</p>
      ) : (
        <RemedyMessage flinksCode={flinksCode} source="authorize" />
      )}
      {action !== 'none' && !(isReconnect(action) && connect === undefined) && (
        <div data-flinks-connection-action={action}>
          <button
            type="button"
            data-flinks-button={action === 'reconnect' ? 'primary' : ''}
            aria-disabled={isDisabled || undefined}
            onClick={() => {
              if (isDisabled) return;
              if (isReconnect(action)) connect?.open({ connectionId: connection.id });
              else onRefresh();
            }}
          >
            {action === 'later' ? labels.refreshIn(formatWait(view.waitMs, locale)) : labels.actions[action]}
          </button>
        </div>
      )}
    </div>
  );
}

interface ConnectionTroubleProps {
  readonly connection: Connection;
  readonly view: ConnectionView;
  readonly connect: { open(request: OpenSessionRequest): void } | undefined;
  /** Is a refresh or a deletion under way, or waiting for the network? */
  readonly isRefreshOff: boolean;
  readonly onRefresh: () => void;
}

function getReason(
  { health, verification }: Connection,
  labels: Pick<typeof connectionsEn, 'actionRequired' | 'confirmLogin' | 'unavailable'>,
): string {
  if (health.status === 'unavailable') return labels.unavailable;
  return verification === 'unverified' ? labels.confirmLogin : labels.actionRequired;
}

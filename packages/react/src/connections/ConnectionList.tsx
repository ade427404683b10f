'use client';

import type { Connection } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useEffect, useRef } from 'react';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { useLastDeletion } from './useLastDeletion.ts';
import { ConnectionCard, type ConnectionCardProps } from './ConnectionCard.tsx';

/**
 * A person's connected banks, each as a `ConnectionCard`, with the faces of loading, none and failed. Renders a
 * `<div>`.
 *
 * Attributes: `data-flinks-connections` (`loading`, `ready`, `empty`, `error`).
 *
 * @example
 * <ConnectionList connections={useConnections()} connect={connect} />
 */
export const ConnectionList = forwardRef<HTMLDivElement, ConnectionListProps>(
  function ConnectionList(props, ref) {
    const { connections, connect, headingLevel, now, institutionName, empty, ...rest } = props;
    const labels = useLabels('connections', connectionsEn);
    const list = connections.data ?? [];
    const face = readFace(connections);
    const removed = useLastDeletion();
    const notice = useRef<HTMLDivElement>(null);

    useEffect(() => {
      // The card that held the focus is gone: whoever works by keyboard goes on where its end is told.
      if (removed !== undefined && document.activeElement === document.body) notice.current?.focus();
    }, [removed, list.length]);

    return (
      <div
        role="group"
        aria-label={labels.connections}
        {...rest}
        ref={ref}
        data-flinks-connections={face}
        aria-busy={face === 'loading' || undefined}
      >
        <div ref={notice} role="status" tabIndex={-1} data-flinks-notice={face}>
          {removed !== undefined && (
            <p data-flinks-removed={removed.status}>{labels.removed[removed.status]}</p>
          )}
          {face === 'loading' && labels.loading}
          {face === 'empty' && (empty ?? labels.empty)}
          {face === 'error' && (
            <>
              {labels.error}
              <button type="button" data-flinks-button="" onClick={() => connections.refetch()}>
                {labels.retry}
              </button>
            </>
          )}
        </div>
        {list.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            connect={connect}
            headingLevel={headingLevel}
            now={now}
            institutionName={institutionName}
          />
        ))}
      </div>
    );
  },
);

/** Props of `ConnectionList`; the rest goes to its `<div>`. */
export interface ConnectionListProps
  extends
    Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    Pick<ConnectionCardProps, 'connect' | 'headingLevel' | 'institutionName' | 'now'> {
  readonly connections: ConnectionsQuery;
  /** What to show instead of "No bank is connected yet", such as a button that connects one. */
  readonly empty?: ReactNode;
}

/** A TanStack result of connections, or as much of one as a list needs; `useConnections` fits. */
export interface ConnectionsQuery {
  readonly data: readonly Connection[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

function readFace({ data, error }: ConnectionsQuery): 'loading' | 'ready' | 'empty' | 'error' {
  if (data !== undefined) return data.length === 0 ? 'empty' : 'ready';
  return error === null ? 'loading' : 'error';
}

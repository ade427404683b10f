'use client';

import type { Connection } from '@flinks-kit/core';
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useEffect, useRef } from 'react';
import { connectionsEn } from '../labels/connections.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { pressRetry } from '../query/pressRetry.ts';
import { useLastDeletion } from './useLastDeletion.ts';
import { ConnectionCard, type ConnectionCardProps } from './ConnectionCard.tsx';
import { checkResult } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The user's connected banks, each as a `ConnectionCard`, with views for loading, offline, none and failed. Renders
 * a `<div>`.
 *
 * Attributes: `data-flinks-connections` (`idle` while no user is signed in, `loading`, `paused`, `ready`, `empty`,
 * `error`).
 *
 * @example
 * <ConnectionList connections={useConnections()} connect={connect} />
 */
export const ConnectionList = forwardRef<HTMLDivElement, ConnectionListProps>(
  function ConnectionList(props, ref) {
    const {
      connections,
      connect,
      headingLevel,
      now,
      institutionName,
      nightlyRefresh,
      onKeepDuplicates,
      empty,
      ...rest
    } = props;
    if (process.env.NODE_ENV !== 'production')
      checkResult('connections', connections, 'data', 'useConnections');
    const labels = useLabels('connections', connectionsEn);
    const list = connections.data ?? [];
    const state = getListState(connections);
    const hasFailed = state === 'error' || (list.length > 0 && connections.error !== null);
    const isPaused = state === 'paused';
    const deleted = useLastDeletion();
    // A newer server may send a status that this version has no words for.
    const deletedTexts: Readonly<Record<string, string | undefined>> = labels.deleted;
    const deletedText = deleted && deletedTexts[deleted.status];
    const notice = useRef<HTMLDivElement>(null);

    useEffect(() => {
      // The card that had the focus is gone: the focus moves to the outcome, for those who work by keyboard.
      if (deleted !== undefined && document.activeElement === document.body) notice.current?.focus();
    }, [deleted, list.length]);

    return (
      <div
        role="group"
        aria-label={labels.connections}
        {...rest}
        ref={ref}
        data-flinks-connections={state}
        aria-busy={state === 'loading' || undefined}
      >
        <div ref={notice} tabIndex={-1} data-flinks-notice={state}>
          {state === 'loading' && <span data-flinks-spoken="">{labels.loading}</span>}
          <span role="status">
            {deleted !== undefined && deletedText !== undefined && (
              <span data-flinks-deleted={deleted.status}>{deletedText}</span>
            )}
            {isPaused && <span>{labels.paused.list}</span>}
            {hasFailed && <span>{labels.error}</span>}
            {state === 'empty' && empty === undefined && <span>{` ${labels.empty}`}</span>}
          </span>
          {state === 'empty' && empty !== undefined && <div>{empty}</div>}
          {(hasFailed || isPaused) && (
            <button type="button" data-flinks-button="" onClick={pressRetry(connections.refetch)}>
              {labels.retry}
            </button>
          )}
        </div>
        {state === 'loading' && (
          <div data-flinks-placeholder="" aria-hidden="true">
            <span />
            <span />
          </div>
        )}
        {list.map((connection) => (
          <ConnectionCard
            key={connection.id}
            connection={connection}
            connections={list}
            connect={connect}
            headingLevel={headingLevel}
            now={now}
            institutionName={institutionName}
            nightlyRefresh={nightlyRefresh}
            onKeepDuplicates={onKeepDuplicates}
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
    Pick<
      ConnectionCardProps,
      'connect' | 'headingLevel' | 'institutionName' | 'nightlyRefresh' | 'now' | 'onKeepDuplicates'
    > {
  /** What `useConnections` gives. */
  readonly connections: ConnectionsQuery;
  /** What to show instead of "No bank is connected yet", such as a button that connects one. */
  readonly empty?: ReactNode;
}

/** A TanStack result of connections, or as much of one as a list needs; `useConnections` fits. */
export interface ConnectionsQuery {
  readonly data: readonly Connection[] | undefined;
  readonly error: Error | null;
  /** TanStack's: `'paused'` while the browser is offline, `'idle'` without data while no user is signed in. */
  readonly fetchStatus?: string | undefined;
  readonly refetch: () => unknown;
}

function getListState({
  data,
  error,
  fetchStatus,
}: ConnectionsQuery): 'idle' | 'loading' | 'paused' | 'ready' | 'empty' | 'error' {
  if (data !== undefined) return data.length === 0 ? 'empty' : 'ready';
  if (fetchStatus === 'paused') return 'paused';
  if (error !== null) return 'error';
  return fetchStatus === 'idle' ? 'idle' : 'loading';
}

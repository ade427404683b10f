import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';

/** `offline`: the query waits for the network. */
export type LoadStatus = 'loading' | 'offline' | 'failed' | 'ready';

/** The status of a query for the user: facts are shown only when it is `ready`. */
export function getLoadStatus({ status, fetchStatus }: UseQueryResult): LoadStatus {
  if (status === 'pending') return fetchStatus === 'paused' ? 'offline' : 'loading';
  return status === 'error' ? 'failed' : 'ready';
}

/** In place of a list without data: a placeholder, or the reason and a button that loads it again. */
export function LoadNotice({ query }: { readonly query: UseQueryResult }): ReactElement | null {
  const { text } = usePreferences();
  switch (getLoadStatus(query)) {
    case 'ready':
      return null;
    case 'loading':
      return (
        <div role="status" className="skeleton skeleton-list">
          <span className="visually-hidden">{text.load.loading}</span>
        </div>
      );
    case 'offline':
      return (
        <p role="status" className="notice">
          {text.load.offline}
        </p>
      );
    case 'failed':
      return (
        <div role="alert" className="notice notice-danger">
          <p>{text.load.failed}</p>
          <button type="button" className="button button-quiet" onClick={() => void query.refetch()}>
            {text.load.retry}
          </button>
        </div>
      );
  }
}

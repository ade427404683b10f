import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import type { Text } from '../text/en.ts';

/** `offline`: the query waits for the network. */
export type LoadStatus = 'loading' | 'offline' | 'failed' | 'ready';

/** The status of a query for the user: facts are shown only when it is `ready`. */
export function getLoadStatus({ status, fetchStatus }: UseQueryResult): LoadStatus {
  if (status === 'pending') return fetchStatus === 'paused' ? 'offline' : 'loading';
  return status === 'error' ? 'failed' : 'ready';
}

/** In place of a list without data: a placeholder, or the reason and a button that loads it again. */
export function LoadNotice({ query, words }: LoadNoticeProps): ReactElement | null {
  const { text } = usePreferences();
  const { loading, offline, failed } = words ?? text.load;
  switch (getLoadStatus(query)) {
    case 'ready':
      return null;
    case 'loading':
      return (
        <div role="status" className="skeleton skeleton-list">
          <span className="visually-hidden">{loading}</span>
        </div>
      );
    case 'offline':
      return (
        <p role="status" className="notice">
          {offline}
        </p>
      );
    case 'failed':
      return (
        <div role="alert" className="notice notice-danger">
          <p>{failed}</p>
          <button type="button" className="button button-quiet" onClick={() => void query.refetch()}>
            {text.load.retry}
          </button>
        </div>
      );
  }
}

interface LoadNoticeProps {
  readonly query: UseQueryResult;
  /** What is loaded, in words; the banks by default. */
  readonly words?: Pick<Text['load'], 'loading' | 'offline' | 'failed'>;
}

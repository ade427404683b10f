import { onlineManager } from '@tanstack/react-query';
import type { MouseEvent } from 'react';

/**
 * Fetches again because the user pressed a button. A query that TanStack paused stays paused while TanStack takes the
 * browser to be offline; where the browser itself reports that it is online, TanStack missed an event and is corrected.
 *
 * The focus moves to the element around the button (`tabIndex={-1}`): TanStack clears the error while it fetches again, and
 * the button goes with it.
 */
export const pressRetry =
  (refetch: () => unknown) =>
  ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    currentTarget.parentElement?.focus();
    if (navigator.onLine) onlineManager.setOnline(true);
    void refetch();
  };

import { onlineManager } from '@tanstack/react-query';

/**
 * Fetches again because the user asked for it. A query that TanStack paused stays paused while TanStack takes the
 * browser to be offline; where the browser itself reports that it is online, TanStack missed an event and is corrected.
 */
export function retryFetch(query: { readonly refetch: () => unknown }): void {
  if (navigator.onLine) onlineManager.setOnline(true);
  void query.refetch();
}

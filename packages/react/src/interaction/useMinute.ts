'use client';

import { useSyncExternalStore } from 'react';

/**
 * The browser's clock in milliseconds since the epoch, a render in each minute. `null` on a server and while React takes
 * over its HTML, so that both print the same.
 */
export function useMinute(): number | null {
  return useSyncExternalStore(everyMinute, thisSecond, () => null);
}

function everyMinute(onChange: () => void): () => void {
  const timer = setInterval(onChange, 60_000);
  return () => clearInterval(timer);
}

/** The clock as a store's snapshot, which must not change while React renders. */
export const thisSecond = (): number => Math.floor(Date.now() / 1000) * 1000;

'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

/**
 * The time of this render in milliseconds since the epoch, and one more render at `refreshAt`. A time that an app
 * gives (its server's, for example) does not advance between two renders, but the component still re-renders at `refreshAt`.
 */
export function useNow(given: number | undefined, refreshAt: string | null | undefined): number {
  const now = useSyncExternalStore(subscribeToNothing, thisSecond, thisSecond);
  const [reached, setReached] = useState(0);
  const at = Date.parse(refreshAt ?? '');
  useEffect(() => {
    const wait = at - (given ?? Date.now());
    if (!(wait > 0)) return undefined;
    const timer = setTimeout(setReached, wait, at);
    return () => clearTimeout(timer);
  }, [at, given]);
  return Math.max(given ?? now, reached);
}

// A snapshot must not change while React renders.
const thisSecond = (): number => Math.floor(Date.now() / 1000) * 1000;

const subscribeToNothing = () => () => {};

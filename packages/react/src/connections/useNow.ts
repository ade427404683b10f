'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

/**
 * The time of this render in milliseconds since the epoch, and one more render in each minute until `refreshAt`, so that
 * a countdown stays true. A time that an app gives (its server's, for example) advances only by these renders.
 */
export function useNow(given: number | undefined, refreshAt: string | null | undefined): number {
  const now = useSyncExternalStore(subscribeToNothing, thisSecond, thisSecond);
  const [reached, setReached] = useState(0);
  const at = Date.parse(refreshAt ?? '');
  useEffect(() => {
    const wait = at - Math.max(given ?? Date.now(), reached);
    if (!(wait > 0)) return undefined;
    const step = wait % 60_000 || 60_000;
    const timer = setTimeout(setReached, step, at - wait + step);
    return () => clearTimeout(timer);
  }, [at, given, reached]);
  return Math.max(given ?? now, reached);
}

// A snapshot must not change while React renders.
const thisSecond = (): number => Math.floor(Date.now() / 1000) * 1000;

const subscribeToNothing = () => () => {};

'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

/**
 * The time as of this rendering, in milliseconds since the epoch, and one more rendering at the moment `alarm`. A time
 * that an app gives (its server's, say) stands still between two renderings; the alarm rings all the same.
 */
export function useNow(given: number | undefined, alarm: string | null | undefined): number {
  const now = useSyncExternalStore(neverTold, thisSecond, thisSecond);
  const [rung, ring] = useState(0);
  const at = Date.parse(alarm ?? '');
  useEffect(() => {
    const wait = at - (given ?? Date.now());
    if (!(wait > 0)) return undefined;
    const timer = setTimeout(ring, wait, at);
    return () => clearTimeout(timer);
  }, [at, given]);
  return Math.max(given ?? now, rung);
}

// A snapshot has to hold still while React renders.
const thisSecond = (): number => Math.floor(Date.now() / 1000) * 1000;

const neverTold = () => () => {};

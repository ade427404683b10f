'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** The time as of this rendering, in milliseconds since the epoch, and one more rendering at the moment `alarm`. */
export function useNow(fixed: number | undefined, alarm: string | null | undefined): number {
  const subscribe = useCallback(
    (ring: () => void) => {
      const wait = Date.parse(alarm ?? '') - Date.now();
      const timer = wait > 0 ? setTimeout(ring, wait) : undefined;
      return () => clearTimeout(timer);
    },
    [alarm],
  );
  const now = useSyncExternalStore(subscribe, thisSecond, thisSecond);
  return fixed ?? now;
}

// A snapshot has to hold still while React renders; the end of the second, so that an alarm within it has rung.
const thisSecond = (): number => Math.ceil(Date.now() / 1000) * 1000;

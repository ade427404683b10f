'use client';

import { useEffect, useState } from 'react';

/** The time as of this rendering, in milliseconds since the epoch, and one more rendering at the moment `alarm`. */
export function useNow(fixed: number | undefined, alarm: string | null | undefined): number {
  const [, ring] = useState(0);
  const wait = Date.parse(alarm ?? '') - Date.now();
  const due = fixed === undefined && wait > 0 ? wait : null;
  useEffect(() => {
    if (due === null) return;
    const timer = setTimeout(() => ring((rings) => rings + 1), due);
    return () => clearTimeout(timer);
  }, [due]);
  return fixed ?? Date.now();
}

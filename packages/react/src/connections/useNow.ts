'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { thisSecond } from '../interaction/useMinute.ts';

/**
 * The time of this render in milliseconds since the epoch, `null` on a server and while React takes over its HTML, so that
 * both print the same unless a time is given. One more render whenever another whole minute has passed
 * since, or is left until, one of the given instants: a countdown and an age both stay true. A time that an app gives
 * (its server's, for example) advances only by these renders.
 */
export function useNow(
  given: number | undefined,
  instants: readonly (string | null | undefined)[],
): number | null {
  const now = useSyncExternalStore(subscribeToNothing, thisSecond, () => null);
  const [reached, setReached] = useState(0);
  const known = instants.map((instant) => Date.parse(instant ?? '')).filter((at) => !Number.isNaN(at));
  const key = known.join();
  useEffect(() => {
    const current = Math.max(given ?? Date.now(), reached);
    const steps = key === '' ? [] : key.split(',').map((at) => msToNextMinute(Number(at) - current));
    if (steps.length === 0) return undefined;
    const step = Math.min(...steps);
    const timer = setTimeout(setReached, step, current + step);
    return () => clearTimeout(timer);
  }, [key, given, reached]);
  const start = given ?? now;
  return start === null ? null : Math.max(start, reached);
}

// How long until the distance to an instant, before or after it, is a whole number of minutes again.
function msToNextMinute(distance: number): number {
  const rest = distance % 60_000;
  return rest > 0 ? rest : 60_000 + rest;
}

const subscribeToNothing = () => () => {};

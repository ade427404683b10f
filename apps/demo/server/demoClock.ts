import type { Clock } from '@flinks-kit/core';

/** A clock for the sandbox and the server: it can run faster than real time and jump ahead, never back. */
export function createDemoClock(start = Date.now()): DemoClock {
  let speed = 1;
  let base = start;
  let since = Date.now();
  const waiting = new Set<Waiting>();

  const now = (): number => base + (Date.now() - since) * speed;
  const arm = (entry: Waiting): void => {
    clearTimeout(entry.timer);
    // A longer delay overflows Node's timers; the timer is set again if it fires too early.
    const delay = Math.min((entry.at - now()) / speed, 2 ** 31 - 1);
    entry.timer = setTimeout(() => {
      if (now() < entry.at) return arm(entry);
      waiting.delete(entry);
      entry.task();
    }, delay);
  };
  const change = (next: { readonly speed: number; readonly aheadMs: number }): void => {
    base = now() + next.aheadMs;
    since = Date.now();
    speed = next.speed;
    for (const entry of waiting) arm(entry);
  };

  return {
    now: () => Math.round(now()),
    after(delay, task) {
      const entry: Waiting = { at: now() + delay, task, timer: undefined };
      waiting.add(entry);
      arm(entry);
      return () => {
        waiting.delete(entry);
        clearTimeout(entry.timer);
      };
    },
    speed: () => speed,
    setSpeed: (times) => change({ speed: times, aheadMs: 0 }),
    advance: (aheadMs) => change({ speed, aheadMs: Math.max(aheadMs, 0) }),
  };
}

/** A clock that tests and the developer panel can move. */
export interface DemoClock extends Clock {
  /** How many times faster than real time. */
  readonly speed: () => number;
  readonly setSpeed: (times: number) => void;
  /** Jumps ahead by so many milliseconds; timers that are due run at once. */
  readonly advance: (aheadMs: number) => void;
}

interface Waiting {
  readonly at: number;
  readonly task: () => void;
  timer: ReturnType<typeof setTimeout> | undefined;
}

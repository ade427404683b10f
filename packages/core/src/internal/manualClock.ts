import type { Clock } from './clock.ts';

/**
 * A clock that stands still until a test moves it.
 *
 * @example
 * const clock = createManualClock();
 * const sandbox = createSandbox({ clock });
 * clock.advance(8 * 60_000); // the RequestId has expired
 */
export function createManualClock(start: string | number = '2026-01-15T12:00:00Z'): ManualClock {
  let now = new Date(start).getTime();
  const waiting = new Set<Waiting>();
  return {
    now: () => now,
    get waiting() {
      return waiting.size;
    },
    after(delay, task) {
      const entry = { at: now + delay, task };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    advance(delay) {
      const end = now + delay;
      // One at a time, since a task may set another that is due before the end.
      for (let due = nextDue(waiting, end); due !== undefined; due = nextDue(waiting, end)) {
        waiting.delete(due);
        now = due.at;
        due.task();
      }
      now = end;
    },
  };
}

/** A clock for tests: of the sandbox, of our server, of a session's watchdogs. */
export interface ManualClock extends Clock {
  /** How many tasks still wait. */
  readonly waiting: number;
  /** Moves time on by so many milliseconds, running what falls due on the way, in order. */
  advance(delay: number): void;
}

interface Waiting {
  readonly at: number;
  readonly task: () => void;
}

/** The first that is due; of two at one time, the one that was set first. */
function nextDue(waiting: ReadonlySet<Waiting>, end: number): Waiting | undefined {
  let first: Waiting | undefined;
  for (const entry of waiting) {
    if (entry.at <= end && entry.at < (first?.at ?? Infinity)) first = entry;
  }
  return first;
}

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
  let waiting: { at: number; task: () => void }[] = [];
  return {
    now: () => now,
    get waiting() {
      return waiting.length;
    },
    after(delay, task) {
      const entry = { at: now + delay, task };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance(delay) {
      const end = now + delay;
      // One at a time, since a task may set another that is due before the end.
      for (let due = nextDue(waiting, end); due !== undefined; due = nextDue(waiting, end)) {
        const running = due;
        waiting = waiting.filter((other) => other !== running);
        now = running.at;
        running.task();
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

function nextDue<Entry extends { readonly at: number }>(
  waiting: readonly Entry[],
  end: number,
): Entry | undefined {
  const due = waiting.filter(({ at }) => at <= end);
  return due.toSorted((one, other) => one.at - other.at)[0];
}

import type { Clock } from '../src/clock.ts';

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Moves time, running on the way whatever falls due. */
  advance(ms: number): void;
  /** How many tasks still wait. */
  readonly waiting: number;
}

/** Starts at a fixed moment, so that reports are the same each time. */
export function manualClock(start = Date.parse('2026-11-22T12:00:00Z')): ManualClock {
  let now = start;
  const tasks = new Set<{ readonly due: number; readonly run: () => void }>();
  return {
    now: () => now,
    after(delay, run) {
      const task = { due: now + delay, run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    advance(ms) {
      const until = now + ms;
      for (;;) {
        const [next] = [...tasks].filter((task) => task.due <= until).sort((a, b) => a.due - b.due);
        if (!next) break;
        tasks.delete(next);
        now = next.due;
        next.run();
      }
      now = until;
    },
    get waiting() {
      return tasks.size;
    },
  };
}

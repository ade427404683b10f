import { type Clock, systemClock } from '@flinks-kit/core';

/**
 * A clock that runs with another one and can be moved: tasks that a move passes run at their time, in order. Give the
 * same one to `startSandbox({ control: true, clock })` and to your server, and the control API moves both.
 */
export function createShiftableClock(base: Clock = systemClock): ShiftableClock {
  let offset = 0;
  const tasks = new Set<Task>();
  const now = (): number => base.now() + offset;

  const start = (task: Task): void => {
    task.cancel = base.after(Math.min(Math.max(0, task.dueAt - now()), longestTimerMs), () => {
      if (now() < task.dueAt) return start(task);
      tasks.delete(task);
      task.run();
    });
  };
  const restart = (): void => {
    for (const task of tasks) {
      task.cancel();
      start(task);
    }
  };

  return {
    now,
    after(delay, run) {
      const task: Task = { dueAt: now() + delay, run, cancel: () => undefined };
      tasks.add(task);
      start(task);
      return () => {
        task.cancel();
        tasks.delete(task);
      };
    },
    moveTo(instant) {
      for (;;) {
        const due = [...tasks]
          .filter(({ dueAt }) => dueAt <= instant)
          .toSorted((a, b) => a.dueAt - b.dueAt)[0];
        if (due === undefined) break;
        due.cancel();
        tasks.delete(due);
        offset = Math.max(due.dueAt, now()) - base.now();
        due.run();
      }
      offset = instant - base.now();
      restart();
    },
  };
}

/** A clock that can be moved. Made by `createShiftableClock`. */
export interface ShiftableClock extends Clock {
  /** Moves to an instant, in milliseconds since the epoch; tasks on the way run. */
  readonly moveTo: (instant: number) => void;
}

// A longer delay overflows the timers of Node and browsers.
const longestTimerMs = 2 ** 31 - 1;

interface Task {
  readonly dueAt: number;
  readonly run: () => void;
  cancel: () => void;
}

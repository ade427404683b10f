import type { Clock } from '@flinks-kit/core';
import { waitAtMost } from './waitAtMost.ts';

/**
 * Lets pieces of work under one key follow each other in this process, in the order they came. None waits longer than
 * `longestMs` for the one before it, which may never end (see `createSingleFlight`).
 */
export function createKeyedQueue(clock: Clock, longestMs: number): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const turn = before === undefined ? work() : waitAtMost(clock, longestMs, before).then(work, work);
    last.set(key, turn);
    const leave = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  };
}

/** Runs `work` when everything that came before it under the same key is over, however that ended. */
export type KeyedQueue = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

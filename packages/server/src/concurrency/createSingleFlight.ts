import type { Clock } from '@flinks-kit/core';
import { waitAtMost } from './waitAtMost.ts';

/**
 * Lets concurrent callers share one piece of work in progress in this process: the second gets the first's result. Work
 * that takes longer than `longestMs` is joined no more, since it may never end: a serverless platform drops the work of
 * a request that is over. The next caller then does it again.
 */
export function createSingleFlight<Result>(clock: Clock, longestMs: number): SingleFlight<Result> {
  const underWay = new Map<string, Flight<Result>>();
  const fly: SingleFlight<Result> = (key, work) => {
    const current = underWay.get(key);
    if (current !== undefined) return join(key, work, current);
    const flight = { startedAt: clock.now(), result: work() };
    underWay.set(key, flight);
    const leave = (): void => {
      if (underWay.get(key) === flight) underWay.delete(key);
    };
    flight.result.then(leave, leave);
    return flight.result;
  };
  async function join(key: string, work: () => Promise<Result>, flight: Flight<Result>): Promise<Result> {
    const left = flight.startedAt + longestMs - clock.now();
    if (left > 0 && (await waitAtMost(clock, left, flight.result))) return flight.result;
    if (underWay.get(key) === flight) underWay.delete(key);
    return fly(key, work);
  }
  return fly;
}

/** Runs `work` under a key, or joins the work of that key that is in progress. */
export type SingleFlight<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>;

interface Flight<Result> {
  readonly startedAt: number;
  readonly result: Promise<Result>;
}

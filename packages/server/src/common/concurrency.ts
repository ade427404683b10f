import type { Clock } from '@flinks-kit/core';

/** Waits for work, but no longer than `limit`; answers whether the work was done. The work goes on either way. */
export function waitAtMost(clock: Clock, limit: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limit, () => resolve(false));
    work.then(
      () => {
        cancel();
        return resolve(true);
      },
      (error: unknown) => {
        cancel();
        reject(error);
      },
    );
  });
}

/**
 * Lets concurrent callers share one piece of work in progress in this process: the second gets the first's result. Work
 * that takes longer than `longestMs` is joined no more, since it may never end: a serverless platform drops the work of
 * a request that is over. The next caller then does it again.
 */
export function createSingleFlight<Result>(clock: Clock, longestMs: number): SingleFlight<Result> {
  const underWay = new Map<string, SharedWork<Result>>();
  const share: SingleFlight<Result> = (key, work) => {
    const current = underWay.get(key);
    if (current !== undefined) return join(key, work, current);
    const shared = { startedAt: clock.now(), result: work() };
    underWay.set(key, shared);
    const leave = (): void => {
      if (underWay.get(key) === shared) underWay.delete(key);
    };
    shared.result.then(leave, leave);
    return shared.result;
  };
  async function join(key: string, work: () => Promise<Result>, shared: SharedWork<Result>): Promise<Result> {
    const left = shared.startedAt + longestMs - clock.now();
    if (left > 0 && (await waitAtMost(clock, left, shared.result))) return shared.result;
    if (underWay.get(key) === shared) underWay.delete(key);
    return share(key, work);
  }
  return share;
}

/** Runs `work` under a key, or joins the work of that key that is in progress. */
export type SingleFlight<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>;

interface SharedWork<Result> {
  readonly startedAt: number;
  readonly result: Promise<Result>;
}

/**
 * Lets pieces of work under one key follow each other in this process, in the order they came. None waits longer than
 * `longestMs` for the one before it, which may never end (see `createSingleFlight`).
 */
export function createKeyedQueue(clock: Clock, longestMs: number): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key);
    const queued = before === undefined ? work() : waitAtMost(clock, longestMs, before).then(work, work);
    last.set(key, queued);
    const leave = () => {
      if (last.get(key) === queued) last.delete(key);
    };
    queued.then(leave, leave);
    return queued;
  };
}

/** Runs `work` when everything that came before it under the same key is over, however that ended. */
export type KeyedQueue = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

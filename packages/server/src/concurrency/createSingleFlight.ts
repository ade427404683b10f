/** Lets concurrent callers share one piece of work under way in this process: the second gets the first's promise. */
export function createSingleFlight<Result>(): SingleFlight<Result> {
  const running = new Map<string, Promise<Result>>();
  return (key, work) => {
    const current = running.get(key);
    if (current !== undefined) return current;
    const promise = work().finally(() => running.delete(key));
    running.set(key, promise);
    return promise;
  };
}

/** Runs `work` under a key, or joins the work of that key that is under way. */
export type SingleFlight<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>;

/** Lets concurrent callers share one piece of work under way in this process: the second gets the first's promise. */
export function createSingleFlight<Result>(): SingleFlight<Result> {
  const flights = new Map<string, Promise<Result>>();
  return (key, work) => {
    const current = flights.get(key);
    if (current !== undefined) return current;
    const flight = work().finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
}

/** Runs `work` under a key, or joins the work of that key that is under way. */
export type SingleFlight<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>;

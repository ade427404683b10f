/** Milliseconds of the fastest of `runs` calls, after as many to warm up: the least disturbed figure there is. */
export function fastest(task: () => unknown, runs = 30): number {
  for (let run = 0; run < runs; run += 1) task();
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    task();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

import { median } from './median.ts';
import type { Line } from './report.ts';

/**
 * Two jobs beside each other: requests per second, p50 and p99, each from many short rounds in turn, so that a busy
 * machine disturbs both alike.
 */
export async function timeInTurn(
  what: string,
  ours: Job,
  reference: Job,
  beside: string,
  ratioAtLeast: number,
): Promise<readonly Line[]> {
  const timings: { readonly ours: Timing[]; readonly reference: Timing[] } = { ours: [], reference: [] };
  for (let round = 0; round < rounds; round += 1) {
    const pair = [await time(ours), await time(reference)] as const;
    // The first rounds are compiled while they run.
    if (round < rounds / 3) continue;
    timings.ours.push(pair[0]);
    timings.reference.push(pair[1]);
  }
  const line = (name: string, unit: string, read: (timing: Timing) => number): Line => ({
    what: name,
    figure: median(timings.ours.map(read)),
    unit,
    reference: median(timings.reference.map(read)),
    beside,
  });
  return [
    { ...line(what, 'req/s', ({ rate }) => rate), ratioAtLeast },
    // Of client, server and upstream together: a busy machine disturbs it least.
    line('— processor time', 'ms', ({ cpu }) => cpu),
    line('— p50', 'ms', ({ waits }) => at(waits, 0.5)),
    line('— p99', 'ms', ({ waits }) => at(waits, 0.99)),
  ];
}

/** One request, made and answered. */
export type Job = () => Promise<unknown>;

interface Timing {
  /** Requests per second. */
  readonly rate: number;
  /** Milliseconds of processor time per request. */
  readonly cpu: number;
  /** Milliseconds, shortest first. */
  readonly waits: readonly number[];
}

/** How often each job is asked for in all. */
export const timesAsked = 9 * 200;

const rounds = 9;
const requests = timesAsked / rounds;
const atOnce = 20;

async function time(job: Job): Promise<Timing> {
  const waits: number[] = [];
  const used = process.cpuUsage();
  const start = performance.now();
  let left = requests;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const startedAt = performance.now();
      await job();
      waits.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  return {
    rate: requests / seconds,
    cpu: (user + system) / 1_000 / requests,
    waits: waits.toSorted((less, more) => less - more),
  };
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? 0;

import { createManualClock } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createSingleFlight } from './createSingleFlight.ts';

describe('createSingleFlight', () => {
  test('concurrent callers share one piece of work, also its failure', async () => {
    const share = createSingleFlight<number>(createManualClock(), 1_000);
    let runs = 0;
    const work = async () => (runs += 1);
    expect(await Promise.all([share('a', work), share('a', work), share('b', work)])).toEqual([1, 1, 2]);
    expect(await share('a', work)).toBe(3);
    const fail = () => Promise.reject<number>(new Error('no'));
    const both = await Promise.allSettled([share('a', fail), share('a', work)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('work whose runtime is gone is joined for a bounded time, then done again', async () => {
    const clock = createManualClock();
    const share = createSingleFlight<string>(clock, 1_000);
    void share('a', () => new Promise(() => undefined));
    let runs = 0;
    const work = async () => `run ${(runs += 1)}`;
    const early = [share('a', work), share('a', work)];
    clock.advance(999);
    await Promise.resolve();
    expect(runs).toBe(0);
    clock.advance(1);
    // Both of those who waited share the new work, or find it done.
    expect(new Set(await Promise.all(early)).size).toBe(1);
    expect(await share('a', work)).toBe('run 2');
  });
});

import { createManualClock } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createKeyedQueue, createSingleFlight } from './concurrency.ts';

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

describe('createKeyedQueue', () => {
  test('work under one key follows in order, also after a failure; other keys do not wait', async () => {
    const turns = createKeyedQueue(createManualClock(), 1_000);
    const done: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const work =
      (name: string, until: Promise<unknown> = Promise.resolve()) =>
      async () => {
        await until;
        done.push(name);
        return name;
      };
    const first = turns('a', async () => {
      await held;
      throw new Error('first');
    });
    const second = turns('a', work('second'));
    const third = turns('a', work('third'));
    expect(await turns('b', work('other'))).toBe('other');
    expect(done).toEqual(['other']);
    letGo();
    await expect(first).rejects.toThrow('first');
    expect(await Promise.all([third, second])).toEqual(['third', 'second']);
    expect(done).toEqual(['other', 'second', 'third']);
  });

  test('work that never ends is waited for as long as it may take, and no longer', async () => {
    const clock = createManualClock();
    const turns = createKeyedQueue(clock, 1_000);
    void turns('a', () => new Promise(() => undefined));
    let isDone = false;
    const next = turns('a', async () => void (isDone = true));
    clock.advance(999);
    await Promise.resolve();
    expect(isDone).toBe(false);
    clock.advance(1);
    await next;
    expect(isDone).toBe(true);
  });
});

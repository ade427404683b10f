import { createManualClock } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createKeyedQueue } from './createKeyedQueue.ts';

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

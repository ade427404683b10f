import { afterEach, describe, expect, test, vi } from 'vitest';
import { endOfTurn } from './endOfTurn.ts';

describe('endOfTurn', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.resetModules();
  });

  test('comes after all that follows from what has arrived', async () => {
    const order: string[] = [];
    const end = endOfTurn()?.then(() => order.push('the end'));
    const steps = (async () => {
      for (let step = 0; step < 100; step += 1) await Promise.resolve();
      order.push('a hundred steps');
    })();
    await Promise.all([end, steps]);
    expect(order).toEqual(['a hundred steps', 'the end']);
  });

  test.each(['loaded', 'called'])(
    'comes also where a test replaced the timers before it was %s',
    async (when) => {
      vi.resetModules();
      if (when === 'loaded') vi.useFakeTimers();
      const loaded = await import('./endOfTurn.ts');
      vi.useFakeTimers();
      await loaded.endOfTurn();
      expect(vi.isFakeTimers()).toBe(true);
    },
  );
});

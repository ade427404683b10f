import { createManualClock } from '@flinks-kit/core';
import { describe, expect, test } from 'vitest';
import { createShiftableClock } from './shiftableClock.ts';

const day = 86_400_000;

describe('createShiftableClock', () => {
  test('runs tasks that a move passes, in order and each at its time', () => {
    const clock = createShiftableClock(createManualClock(0));
    const ran: [string, number][] = [];
    clock.after(2 * day, () => ran.push(['second', clock.now()]));
    clock.after(day, () => ran.push(['first', clock.now()]));
    clock.moveTo(3 * day);
    expect(ran).toEqual([
      ['first', day],
      ['second', 2 * day],
    ]);
    expect(clock.now()).toBe(3 * day);
  });

  test('a task that is months away waits, although timers overflow after 24 days', () => {
    const base = createManualClock(0);
    let longest = 0;
    const clock = createShiftableClock({
      now: () => base.now(),
      after(delay, task) {
        longest = Math.max(longest, delay);
        return base.after(delay, task);
      },
    });
    const ran: number[] = [];
    clock.after(60 * day, () => ran.push(clock.now()));
    base.advance(59 * day);
    expect(ran).toEqual([]);
    base.advance(day);
    expect(ran).toEqual([60 * day]);
    expect(longest).toBeLessThan(2 ** 31);
  });
});

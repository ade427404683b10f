import { createManualClock } from '@flinks-kit/sandbox';
import { describe, expect, test } from 'vitest';
import { createViewings } from './createViewings.ts';

describe('createViewings', () => {
  test('polls are one viewing, and a read after a pause is another', () => {
    const clock = createManualClock();
    const begins = createViewings(clock);
    const reads = Array.from({ length: 60 }, () => {
      clock.advance(10_000);
      return begins('ann');
    });
    expect(reads.filter(Boolean)).toHaveLength(1);
    expect(begins('bob')).toBe(true);
    clock.advance(5 * 60_000 + 1);
    expect(begins('ann')).toBe(true);
  });

  test('a million readers are not kept', () => {
    const begins = createViewings(createManualClock());
    const first = Array.from({ length: 100_000 }, (_, number) => begins(`${number}`));
    expect(first.every(Boolean)).toBe(true);
    expect(begins('0')).toBe(true);
    expect(begins('99999')).toBe(false);
  });
});

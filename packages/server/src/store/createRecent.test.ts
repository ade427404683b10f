import { describe, expect, test } from 'vitest';
import { createRecent } from './createRecent.ts';

describe('createRecent', () => {
  test('large values push out the oldest, so that the bytes stay within the limit', () => {
    const recent = createRecent<number>(1_000_000);
    for (let number = 0; number < 150; number++) recent.set(`${number}`, `${number}`.padEnd(100_000), number);
    console.log(`150 rows of 100 kB: ${recent.bytes()} bytes are kept (60,000,000 before)`);
    expect(recent.bytes()).toBeLessThanOrEqual(1_000_000);
    expect(recent.get('149', '149'.padEnd(100_000))).toBe(149);
    expect(recent.get('0', '0'.padEnd(100_000))).toBeUndefined();
  });

  test('a value is good for its own text only, and one that is too large is not kept', () => {
    const recent = createRecent<string>(10_000);
    recent.set('a', 'one', 'first');
    expect(recent.get('a', 'two')).toBeUndefined();
    recent.set('a', 'two', 'second');
    expect(recent.get('a', 'one')).toBeUndefined();
    expect(recent.get('a', 'two')).toBe('second');
    recent.set('b', 'x'.repeat(20_000), 'large');
    expect(recent.get('b', 'x'.repeat(20_000))).toBeUndefined();
    recent.delete('a');
    expect(recent.bytes()).toBe(0);
  });

  test('nothing is kept within 0 bytes', () => {
    const recent = createRecent<string>(0);
    recent.set('a', 'one', 'first');
    expect(recent.bytes()).toBe(0);
  });
});

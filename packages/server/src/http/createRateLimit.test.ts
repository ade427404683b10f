import { describe, expect, test } from 'vitest';
import { createRateLimit } from './createRateLimit.ts';

describe('createRateLimit', () => {
  test('a limited user stays limited, however many others call', async () => {
    const mayCall = createRateLimit();
    const call = (userId: string) => mayCall({ userId, route: 'openSession', now: 0 });
    for (let opened = 0; opened < 30; opened++) expect(await call('ann')).toBe(true);
    for (let other = 0; other < 24_000; other++) await call(`user-${other}`);
    expect(await call('ann')).toBe(false);
  });

  test('beyond 50,000 users a call costs what it cost before', async () => {
    const mayCall = createRateLimit();
    const timeOf = async (from: number) => {
      const startedAt = performance.now();
      for (let user = from; user < from + 10_000; user++) {
        await mayCall({ userId: `${user}`, route: 'getSession', now: 0 });
      }
      return (performance.now() - startedAt) / 10;
    };
    await timeOf(0);
    const few = await timeOf(10_000);
    for (let from = 20_000; from < 150_000; from += 10_000) await timeOf(from);
    const many = await timeOf(150_000);
    console.log(
      `a call of the limiter: ${few.toFixed(1)} µs, and ${many.toFixed(1)} µs with 150,000 users (150 before)`,
    );
    // Far from both, since the machine may be busy: before it was fifty times as much.
    expect(many).toBeLessThan(Math.max(few, 2) * 15);
  });
});

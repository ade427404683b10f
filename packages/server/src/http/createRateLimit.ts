import type { RateLimit } from '../context/FlinksServerOptions.ts';

/**
 * The default limit: a bucket per user and kind of route, in this process' memory. Reading is cheap and polled;
 * opening, linking and refreshing cost money or a token, so they are scarcer.
 */
export function createRateLimit(): RateLimit {
  const buckets = new Map<string, Bucket>();
  return ({ userId, route, now }) => {
    const { size, refillMs } = scarce.has(route) ? scarceBucket : plentyBucket;
    const key = `${size} ${userId}`;
    const bucket = buckets.get(key) ?? { tokens: size, at: now };
    const tokens = Math.min(size, bucket.tokens + Math.max(0, now - bucket.at) / refillMs);
    // Re-inserted, so that the oldest is first: a map of unknown callers must not grow without end.
    buckets.delete(key);
    buckets.set(key, { tokens: Math.max(0, tokens - 1), at: now });
    const [oldest] = buckets.keys();
    if (buckets.size > mostBuckets && oldest !== undefined) buckets.delete(oldest);
    return tokens >= 1;
  };
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

const scarce: ReadonlySet<string> = new Set([
  'openSession',
  'linkConnection',
  'completeReturn',
  'refreshConnection',
  'setNightlyRefresh',
  'deleteConnection',
]);
const scarceBucket = { size: 30, refillMs: 2_000 };
const plentyBucket = { size: 600, refillMs: 50 };
const mostBuckets = 50_000;

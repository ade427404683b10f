import type { RateLimit } from '../context/FlinksServerOptions.ts';

/**
 * The default limit: a bucket per user and kind of route, in this process' memory. Reading is cheap and polled;
 * opening, linking and refreshing cost money or a token, so they are scarcer.
 */
export function createRateLimit(): RateLimit {
  // Two generations: when the younger is full, the older goes as a whole. No call ever looks for the oldest user.
  let young = new Map<string, Bucket>();
  let old = new Map<string, Bucket>();
  return ({ userId, route, now }) => {
    const { size, refillMs } = scarce.has(route) ? scarceBucket : plentyBucket;
    const key = `${size} ${userId}`;
    const bucket = young.get(key) ?? old.get(key) ?? { tokens: size, at: now };
    const tokens = Math.min(size, bucket.tokens + Math.max(0, now - bucket.at) / refillMs);
    young.set(key, { tokens: Math.max(0, tokens - 1), at: now });
    if (young.size >= mostBuckets / 2) {
      old = young;
      young = new Map();
    }
    return tokens >= 1;
  };
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

const scarce: ReadonlySet<string> = new Set([
  'openSession',
  'sendReport',
  'linkConnection',
  'completeReturn',
  'refreshConnection',
  'setNightlyRefresh',
  'deleteConnection',
]);
const scarceBucket = { size: 30, refillMs: 2_000 };
const plentyBucket = { size: 600, refillMs: 50 };
const mostBuckets = 50_000;

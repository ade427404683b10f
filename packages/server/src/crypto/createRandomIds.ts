import { toBase64Url } from './base64.ts';

/** Makes ids of 128 random bits that nobody can guess. The platform is asked for many at once, since asking is slow. */
export function createRandomIds(): () => string {
  const pool = new Uint8Array(idBytes * 256);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    const id = toBase64Url(pool.subarray(used, used + idBytes));
    // Nobody who reads this process' memory later finds what was given out.
    pool.fill(0, used, used + idBytes);
    used += idBytes;
    return id;
  };
}

const idBytes = 16;

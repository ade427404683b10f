import { toBase64Url } from './base64.ts';

/** Makes unguessable ids of 128 random bits. The platform makes many at once, since each call is slow. */
export function createRandomIds(): () => string {
  const pool = new Uint8Array(idBytes * 256);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    const id = toBase64Url(pool.subarray(used, used + idBytes));
    // Memory that is read later does not show the ids that were given out.
    pool.fill(0, used, used + idBytes);
    used += idBytes;
    return id;
  };
}

const idBytes = 16;

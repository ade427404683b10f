import { toBase64Url } from './base64.ts';

/** Makes unguessable ids of 128 random bits. The platform makes many at once, since each call is slow. */
export function createRandomIds(): () => string {
  const pool = new Uint8Array(idBytes * 256);
  const toText = textOf(pool);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    const id = toText(used, used + idBytes);
    // Memory that is read later does not show the ids that were given out.
    pool.fill(0, used, used + idBytes);
    used += idBytes;
    return id;
  };
}

const idBytes = 16;

/** Parts of the bytes as base64url. Node reads them where they are: a view of each part costs more than its text. */
function textOf(bytes: Uint8Array<ArrayBuffer>): (start: number, end: number) => string {
  if (typeof Buffer === 'undefined') return (start, end) => toBase64Url(bytes.subarray(start, end));
  const view = Buffer.from(bytes.buffer);
  return (start, end) => view.toString('base64url', start, end);
}

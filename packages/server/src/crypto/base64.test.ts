import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64, toBase64Url } from './base64.ts';

describe('base64', () => {
  test.each([0, 1, 2, 3, 8_191, 8_192, 8_193, 100_000])('%i bytes come back as they were', (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    expect(fromBase64(toBase64Url(bytes))).toEqual(bytes);
  });

  test('a text of megabytes is done in many bytes at a time', () => {
    const bytes = new Uint8Array(4 * 1024 * 1024).fill(200);
    const startedAt = performance.now();
    expect(fromBase64(toBase64(bytes))).toHaveLength(bytes.length);
    console.log(`4 MiB to base64 and back: ${Math.round(performance.now() - startedAt)} ms`);
  });

  test('what is not base64 is undefined', () => {
    expect(fromBase64('***')).toBeUndefined();
  });
});

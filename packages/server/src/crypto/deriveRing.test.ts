import crypto from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { deriveNodeRing, deriveRing, deriveWebRing } from './deriveRing.ts';

const source = new Uint8Array(32).fill(7);

/** Derives as in another runtime: `undefined` for one without Node's modules, such as a Worker. */
async function deriveWith(native: typeof crypto | undefined) {
  const asked = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(native);
  try {
    return await deriveRing(source);
  } finally {
    asked.mockRestore();
  }
}

describe('deriveRing', () => {
  test('what Node seals WebCrypto opens, and the other way round, under equal names', async () => {
    const native = deriveNodeRing(crypto, source);
    const web = await deriveWebRing(source);
    expect(native.id).toBe(web.id);
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, text, async (plain, context) => {
        expect(await web.open(native.seal(plain, context), context)).toBe(plain);
        expect(native.open(await web.seal(plain, context), context)).toBe(plain);
        expect(native.fingerprint(plain)).toBe(await web.fingerprint(plain));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['with Node’s modules', () => deriveRing(source)],
    ['without them', () => deriveWith(undefined)],
  ])('%s: no altered, cut or moved text opens', async (_runtime, derive) => {
    const ring = await derive();
    const { iv, text } = await ring.seal('planted-canary', 'connection:1');
    const change = (given: string, at: number) =>
      `${given.slice(0, at)}${given[at] === 'A' ? 'B' : 'A'}${given.slice(at + 1)}`;
    const opens = async (sealed: { iv: string; text: string }, context = 'connection:1') => {
      try {
        return (await ring.open(sealed, context)) === 'planted-canary';
      } catch {
        return false;
      }
    };
    expect(await opens({ iv, text })).toBe(true);
    expect(await opens({ iv, text }, 'connection:2')).toBe(false);
    for (let at = 0; at < iv.length; at += 1) expect(await opens({ iv: change(iv, at), text })).toBe(false);
    // The last character has two bits that belong to no byte.
    for (let at = 0; at < text.length - 1; at += 1)
      expect(await opens({ iv, text: change(text, at) })).toBe(false);
    for (let end = 0; end < text.length - 1; end += 1)
      expect(await opens({ iv, text: text.slice(0, end) })).toBe(false);
  });

  test('a runtime whose node:crypto lacks AES-GCM falls back to WebCrypto', async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what such a runtime has
    const ring = await deriveWith({ ...crypto, createCipheriv: undefined } as unknown as typeof crypto);
    expect(await ring.open(await ring.seal('text', 'a'), 'a')).toBe('text');
  });
});

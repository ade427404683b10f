import { fromBase64, toBase64Url } from './base64.ts';
import { Sealed } from './Sealed.ts';

/** A random key of 32 bytes, in base64url. */
export const newHashKey = (): Sealed => new Sealed(toBase64Url(crypto.getRandomValues(new Uint8Array(32))));

/** Prepares HMAC-SHA-256 under a key of `newHashKey`. Each hash is its first 128 bits, in base64url. */
export async function createKeyedHash(key: Sealed): Promise<(text: string) => Promise<string>> {
  const bytes = fromBase64(key.reveal()) ?? new Uint8Array(32);
  const hmac = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return async (text) => {
    const hash = await crypto.subtle.sign('HMAC', hmac, new TextEncoder().encode(text));
    return toBase64Url(new Uint8Array(hash).subarray(0, 16));
  };
}

import { fromBase64 } from '../crypto/base64.ts';

/**
 * Whether Flinks signed these bytes: Base64 of HMAC-SHA256 over the raw body. Flinks' pages name two headers, and
 * both count (contract: api.md 8). WebCrypto compares in constant time; every secret is tried, so that a rotation
 * loses nothing.
 */
export async function verifySignature(
  headers: Headers,
  body: Uint8Array<ArrayBuffer>,
  secrets: readonly string[],
): Promise<boolean> {
  const sent = headers.get('flinks-authenticity-key') ?? headers.get('x-flinks-signature');
  const signature = sent === null ? undefined : fromBase64(sent);
  if (signature === undefined) return false;
  let valid = false;
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), hmac, false, [
      'verify',
    ]);
    if (await crypto.subtle.verify('HMAC', key, signature, body)) valid = true;
  }
  return valid;
}

const hmac = { name: 'HMAC', hash: 'SHA-256' };

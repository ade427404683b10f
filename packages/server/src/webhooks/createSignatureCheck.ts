import { fromBase64 } from '../crypto/base64.ts';

/**
 * Checks whether Flinks signed a body: HMAC-SHA256 over the raw bytes (docs/flinks/api.md 8). WebCrypto compares in
 * constant time; every secret is tried, so that a rotation loses nothing.
 */
export function createSignatureCheck(secrets: readonly string[]): SignatureCheck {
  let imported: Promise<readonly CryptoKey[]> | undefined;
  return async (signature, body) => {
    imported ??= Promise.all(secrets.map(importSecret));
    let valid = false;
    for (const key of await imported) {
      if (await crypto.subtle.verify('HMAC', key, signature, body)) valid = true;
    }
    return valid;
  };
}

/** Answers whether the signature is that of the body. */
export type SignatureCheck = (
  signature: Uint8Array<ArrayBuffer>,
  body: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/**
 * The signature that a delivery carries: Base64 of 32 bytes, under either of the two names on Flinks' pages.
 * `undefined` when there is none, which needs no look at the body.
 */
export function readSignature(header: HeaderReader): Uint8Array<ArrayBuffer> | undefined {
  const sent = header('flinks-authenticity-key') ?? header('x-flinks-signature');
  const signature = sent === null ? undefined : fromBase64(sent);
  return signature?.length === 32 ? signature : undefined;
}

/** Returns a header of a delivery, by its lower-case name. */
export type HeaderReader = (name: string) => string | null;

const hmac = { name: 'HMAC', hash: 'SHA-256' };

const importSecret = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new TextEncoder().encode(secret), hmac, false, ['verify']);

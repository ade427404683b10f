import { FlinksKitError } from '@flinks-kit/core';
import { fromBase64, toBase64Url } from './base64.ts';

/**
 * Encrypts what the store keeps, and makes the index by which a value is found without being readable.
 *
 * Each given key is only a source: an AES-GCM key and an HMAC key are derived from it, so that no key does two
 * jobs. The first key seals; every key opens and finds, which is what makes a rotation possible.
 */
export function createVault(keys: readonly string[]): Vault {
  const sources = keys.map(readKey);
  if (sources.length === 0) throw unusableKey('No encryption key was given');
  // Derived at first use, since WebCrypto answers later and a server is created at once.
  let derived: Promise<readonly Ring[]> | undefined;
  const rings = () => (derived ??= Promise.all(sources.map(deriveRing)));
  const newestRing = async () => {
    const [newest] = await rings();
    if (newest === undefined) throw unusableKey('No encryption key was given');
    return newest;
  };

  return {
    async seal(plain, context, keyId) {
      const newest = await newestRing();
      const ring = keyId === undefined ? newest : (await rings()).find(({ id }) => id === keyId);
      if (ring === undefined) throw unreadable();
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(gcm(iv, context), ring.seal, encode(plain));
      return `1.${ring.id}.${toBase64Url(iv)}.${toBase64Url(new Uint8Array(sealed))}`;
    },
    async open(text, context) {
      const [version, id, iv, sealed] = text.split('.');
      const ring = version === '1' ? (await rings()).find((candidate) => candidate.id === id) : undefined;
      const bytes = { iv: fromBase64(iv ?? ''), sealed: fromBase64(sealed ?? '') };
      if (ring === undefined || bytes.iv === undefined || bytes.sealed === undefined) throw unreadable();
      try {
        const opened = await crypto.subtle.decrypt(gcm(bytes.iv, context), ring.seal, bytes.sealed);
        return new TextDecoder().decode(opened);
      } catch (cause) {
        throw unreadable(cause);
      }
    },
    isNewest: async (text) => text.split('.')[1] === (await newestRing()).id,
    isKnown: async (text) => (await rings()).some(({ id }) => id === text.split('.')[1]),
    isRotating: sources.length > 1,
    keyIds: async () => (await rings()).map(({ id }) => id),
    fingerprints: async (value) => Promise.all((await rings()).map((ring) => fingerprint(ring, value))),
  };
}

/** Seals, opens and finds. Strings in, strings out; nothing of a key can be read from it. */
export interface Vault {
  /**
   * `context` is authenticated with the text: a row copied into another row's place does not open. The newest key
   * seals, or the one that is named.
   */
  seal(plain: string, context: string, keyId?: string): Promise<string>;
  /** Throws a `FlinksKitError` (`sealed-unreadable`) when no key opens the text, or it was altered. */
  open(sealed: string, context: string): Promise<string>;
  /** Whether there are older keys, so that rows sealed by one may be left. */
  readonly isRotating: boolean;
  /** A name for each key, in the order in which they were given. No key can be read from its name. */
  keyIds(): Promise<readonly string[]>;
  /** Whether the newest key sealed this text; if not, a rotation has still to reach it. */
  isNewest(sealed: string): Promise<boolean>;
  /** Whether this text names a key that is given here. */
  isKnown(sealed: string): Promise<boolean>;
  /**
   * The keyed hash of a value under every key, in the order of `keyIds`. Two processes may list their keys in different
   * orders, so one hash alone never names a lock or anything that exists once.
   */
  fingerprints(value: string): Promise<readonly string[]>;
}

interface Ring {
  readonly id: string;
  readonly seal: CryptoKey;
  readonly index: CryptoKey;
}

function readKey(key: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(key);
  if (bytes?.length !== 32) throw unusableKey('An encryption key is not 32 bytes of base64');
  return bytes;
}

async function deriveRing(bytes: Uint8Array<ArrayBuffer>): Promise<Ring> {
  const source = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const derive = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encode(`flinks-kit ${purpose}`),
  });
  const [seal, index, id] = await Promise.all([
    crypto.subtle.deriveKey(derive('seal'), source, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(derive('index'), source, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
    ]),
    crypto.subtle.deriveBits(derive('key id'), source, 48),
  ]);
  return { seal, index, id: toBase64Url(new Uint8Array(id)) };
}

async function fingerprint(ring: Ring, value: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', ring.index, encode(value))));
}

const gcm = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encode(context),
});

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);

const unusableKey = (what: string) =>
  new FlinksKitError(
    `${what}, so nothing could be stored safely. Give encryption.keys one or more keys, such as the output of "npx flinks-kit keys new".`,
    { code: 'encryption-unusable' },
  );

const unreadable = (cause?: unknown) =>
  new FlinksKitError(
    'A stored row cannot be opened: it was altered, moved, or sealed by a key that is no longer in encryption.keys. Put that key back at the end of the list.',
    { code: 'sealed-unreadable', cause },
  );

import { FlinksKitError } from '@flinks-kit/core';
import { fromBase64 } from './base64.ts';
import { deriveRing, type Ring } from './deriveRing.ts';

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
  let derived: Promise<readonly Ring[]> | readonly Ring[] | undefined;
  const rings = () => (derived ??= derive());
  let names: Promise<readonly string[]> | undefined;
  const derive = async (): Promise<readonly Ring[]> => (derived = await Promise.all(sources.map(deriveRing)));
  // A link asks for those of its login ten times, and some links go on at once. Opened rows hold many more logins than these.
  const recent = new Map<string, Promise<readonly string[]>>();
  // Node's own cryptography answers at once: a turn for each answer would cost as much.
  const hash = async (value: string): Promise<readonly string[]> => {
    const known = rings();
    const made: string[] = [];
    for (const ring of known instanceof Promise ? await known : known) {
      const hashed = ring.fingerprint(value);
      made.push(hashed instanceof Promise ? await hashed : hashed);
    }
    return made;
  };
  const nameKeys = async (): Promise<readonly string[]> => (await rings()).map(({ id }) => id);
  const find = (known: readonly Ring[], keyId?: string): Ring => {
    const ring = keyId === undefined ? known[0] : known.find(({ id }) => id === keyId);
    if (ring === undefined) throw unreadable();
    return ring;
  };

  return {
    async seal(plain, context, keyId) {
      const known = rings();
      const ring = find(known instanceof Promise ? await known : known, keyId);
      const sealed = ring.seal(plain, context);
      const { iv, text } = sealed instanceof Promise ? await sealed : sealed;
      return `1.${ring.id}.${iv}.${text}`;
    },
    async open(sealed, context) {
      const [version, id, iv, text] = sealed.split('.');
      const ring = version === '1' ? (await rings()).find((candidate) => candidate.id === id) : undefined;
      if (ring === undefined || iv === undefined || text === undefined) throw unreadable();
      try {
        return await ring.open({ iv, text }, context);
      } catch (cause) {
        throw unreadable(cause);
      }
    },
    isNewest: async (text) => text.split('.')[1] === find(await rings()).id,
    isKnown: async (text) => (await rings()).some(({ id }) => id === text.split('.')[1]),
    isRotating: sources.length > 1,
    keyIds: () => (names ??= nameKeys()),
    fingerprints(value) {
      const known = recent.get(value);
      if (known !== undefined) return known;
      const made = hash(value);
      if (recent.size >= mostRecent) recent.clear();
      recent.set(value, made);
      // Who waits for it gets the platform's failure, and the next caller tries again.
      made.catch(() => recent.delete(value));
      return made;
    },
  };
}

const mostRecent = 256;

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

function readKey(key: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(key);
  if (bytes?.length !== 32) throw unusableKey('An encryption key is not 32 bytes of base64');
  return bytes;
}

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

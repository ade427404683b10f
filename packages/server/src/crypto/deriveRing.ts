import { fromBase64, toBase64Url } from './base64.ts';

/** The keys that are derived from one source, and their jobs: AES-GCM seals, HMAC-SHA-256 finds. */
export interface Ring {
  /** A name for the source, from which nothing of it can be read. */
  readonly id: string;
  /** 12 random bytes, then the text and its tag. `context` is authenticated with it. */
  seal(plain: string, context: string): MaybeLater<SealedText>;
  /** Throws for a text that was altered, or sealed by another key or for another context. */
  open(sealed: SealedText, context: string): MaybeLater<string>;
  fingerprint(value: string): MaybeLater<string>;
}

/** Both in base64url. */
export interface SealedText {
  readonly iv: string;
  readonly text: string;
}

type MaybeLater<Value> = Value | Promise<Value>;

/**
 * Derives a ring by Node's own cryptography where the runtime has it, and by WebCrypto elsewhere: the same keys, the same
 * texts. WebCrypto does each small row on another thread, and the way there takes ten times as long as the row.
 */
export async function deriveRing(source: Uint8Array<ArrayBuffer>): Promise<Ring> {
  const native = nodeCrypto();
  if (native === undefined) return deriveWebRing(source);
  try {
    const ring = deriveNodeRing(native, source);
    // A runtime may have the module and not everything in it.
    ring.open(ring.seal('probe', 'probe'), 'probe');
    ring.fingerprint('probe');
    return ring;
  } catch {
    return deriveWebRing(source);
  }
}

type NodeCrypto = typeof import('node:crypto');

// Not by an import, which a Worker or a bundler for the edge could not resolve.
function nodeCrypto(): NodeCrypto | undefined {
  return typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:crypto');
}

interface NodeRing extends Ring {
  seal(plain: string, context: string): SealedText;
  open(sealed: SealedText, context: string): string;
  fingerprint(value: string): string;
}

/** See `deriveRing`. */
export function deriveNodeRing(native: NodeCrypto, source: Uint8Array<ArrayBuffer>): NodeRing {
  const derive = (purpose: Purpose, bytes: number) =>
    Buffer.from(native.hkdfSync('sha256', source, new Uint8Array(), `flinks-kit ${purpose}`, bytes));
  const seal = native.createSecretKey(derive('seal', 32));
  const index = native.createSecretKey(derive('index', 32));
  // Many at once, since each draw is slow. Each is used once.
  const ivs = Buffer.alloc(ivBytes * 128);
  let used = ivs.length;
  const nextIv = (): Buffer => {
    if (used === ivs.length) {
      native.randomFillSync(ivs);
      used = 0;
    }
    used += ivBytes;
    return ivs.subarray(used - ivBytes, used);
  };
  return {
    id: derive('key id', idBytes).toString('base64url'),
    seal(plain, context) {
      const iv = nextIv();
      const cipher = native.createCipheriv('aes-256-gcm', seal, iv);
      cipher.setAAD(Buffer.from(context));
      const parts = [cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return { iv: iv.toString('base64url'), text: Buffer.concat(parts).toString('base64url') };
    },
    open({ iv, text }, context) {
      const bytes = Buffer.from(text, 'base64url');
      const tag = bytes.length - tagBytes;
      if (tag < 0) throw new RangeError('A sealed text is shorter than its tag.');
      const decipher = native.createDecipheriv('aes-256-gcm', seal, Buffer.from(iv, 'base64url'), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(tag));
      return Buffer.concat([decipher.update(bytes.subarray(0, tag)), decipher.final()]).toString();
    },
    fingerprint: (value) => native.createHmac('sha256', index).update(value).digest('base64url'),
  };
}

/** See `deriveRing`. */
export async function deriveWebRing(source: Uint8Array<ArrayBuffer>): Promise<Ring> {
  const master = await crypto.subtle.importKey('raw', source, 'HKDF', false, ['deriveKey', 'deriveBits']);
  const derive = (purpose: Purpose) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encode(`flinks-kit ${purpose}`),
  });
  const [seal, index, id] = await Promise.all([
    crypto.subtle.deriveKey(derive('seal'), master, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(derive('index'), master, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
      'sign',
    ]),
    crypto.subtle.deriveBits(derive('key id'), master, idBytes * 8),
  ]);
  return {
    id: toBase64Url(new Uint8Array(id)),
    async seal(plain, context) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const sealed = await crypto.subtle.encrypt(gcm(iv, context), seal, encode(plain));
      return { iv: toBase64Url(iv), text: toBase64Url(new Uint8Array(sealed)) };
    },
    async open({ iv, text }, context) {
      const bytes = { iv: fromBase64(iv), text: fromBase64(text) };
      if (bytes.iv === undefined || bytes.text === undefined)
        throw new TypeError('A sealed text is no base64.');
      return new TextDecoder().decode(await crypto.subtle.decrypt(gcm(bytes.iv, context), seal, bytes.text));
    },
    fingerprint: async (value) =>
      toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', index, encode(value)))),
  };
}

type Purpose = 'seal' | 'index' | 'key id';

const idBytes = 6;
const ivBytes = 12;
const tagBytes = 16;

const gcm = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: encode(context),
});

const encoder = new TextEncoder();
const encode = (text: string) => encoder.encode(text);

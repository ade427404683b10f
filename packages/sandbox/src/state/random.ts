/**
 * Chance that can be repeated: the same seed gives the same ids, questions and transactions in the same order.
 */
export function createRandom(seed: string): Random {
  const next = sfc32(seed);
  const guid = (): string => toGuid(next);
  return {
    next,
    guid,
    pick: (list) => {
      const picked = list[Math.floor(next() * list.length)];
      if (picked === undefined) throw new RangeError('Nothing can be picked from an empty list.');
      return picked;
    },
  };
}

/** A GUID that depends on nothing but its parts: for ids that must survive whatever happened before. */
export function guidFrom(...parts: readonly string[]): string {
  return toGuid(sfc32(parts.join('\u0000')));
}

/** A seeded source of chance. */
export interface Random {
  /** From 0 to just under 1. */
  next(): number;
  /** A version 4 GUID in lower case. */
  guid(): string;
  /** One of a list that is not empty. */
  pick<Item>(list: readonly Item[]): Item;
}

function toGuid(next: () => number): string {
  const word = (): string =>
    Math.floor(next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const hex = word() + word() + word() + word();
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-');
}

// sfc32 ("small fast counter") seeded by FNV-1a: short, fast, and good enough for ids that guard nothing.
function sfc32(seed: string): () => number {
  let [a, b, c, d] = [fnv1a(seed, 1), fnv1a(seed, 2), fnv1a(seed, 3), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

function fnv1a(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

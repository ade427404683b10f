import { Sealed } from '../crypto/Sealed.ts';

/** A record as text, for sealing. The one place where a `Sealed` is written out on purpose. */
export function encodeRecord(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, encoded: unknown) {
    // `encoded` has been through toJSON already and is "[sealed]"; its holder still has the value.
    const held = this[key];
    return held instanceof Sealed ? { [mark]: held.reveal() } : encoded;
  });
}

/** For `JSON.parse`: makes a `Sealed` again of what `encodeRecord` wrote out. */
export function reviveSealed(_key: string, value: unknown): unknown {
  const secret = isMarked(value) ? value[mark] : undefined;
  return typeof secret === 'string' ? new Sealed(secret) : value;
}

const mark = '$sealed';

const isMarked = (value: unknown): value is { readonly [mark]: unknown } =>
  typeof value === 'object' && value !== null && mark in value;

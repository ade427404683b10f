import { Sealed } from '../crypto/Sealed.ts';

/** A record as text, for sealing. The one place where a `Sealed` is written out on purpose. */
export function encodeRecord(value: unknown): string {
  return JSON.stringify(writeOut(value));
}

/** The record that `encodeRecord` wrote, with its `Sealed` values. */
export function decodeRecord(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Accounts are by far the largest record, and most of the time nothing in it is sealed.
  return text.includes(mark) ? readIn(value) : value;
}

const mark = '$sealed';

/** Copies only what holds a `Sealed`. A replacer of `JSON.stringify` would be called for each value, at ten times the cost. */
function writeOut(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Sealed) return { [mark]: value.reveal() };
  return mapValues(value, writeOut);
}

function readIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const secret: unknown = Object.hasOwn(value, mark) ? Reflect.get(value, mark) : undefined;
  return typeof secret === 'string' ? new Sealed(secret) : mapValues(value, readIn);
}

/** The very same object where no value changes. */
function mapValues(value: object, change: (value: unknown) => unknown): object {
  if (Array.isArray(value)) {
    // Lists of texts are the common ones.
    if (value.every((item) => typeof item !== 'object')) return value;
    const items = value.map(change);
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const before: unknown = Reflect.get(value, name);
    if (typeof before !== 'object' || before === null) continue;
    const after = change(before);
    if (after === before) continue;
    // The copy has the field already, so that even one called `__proto__` is written and sets no prototype.
    copy ??= { ...value };
    copy[name] = after;
  }
  return copy ?? value;
}

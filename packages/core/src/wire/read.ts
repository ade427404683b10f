import { hidesAnId } from './hidesAnId.ts';

/** Readers of `unknown`: the only place of the wire that touches what was not checked yet. */

/** An object of any kind. A record of unknowns promises nothing about its fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Trimmed text; a number is its digits (one redirect in the wild had a numeric institution). */
export function readText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return (typeof text === 'string' && text.trim()) || undefined;
}

/** Text that an app may see: none that could give an id away. */
export function readLabel(value: unknown): string | undefined {
  const text = readText(value);
  return text && !hidesAnId(text) ? text : undefined;
}

/** A count, also when it came as text. */
export function readCount(value: unknown): number | undefined {
  const text = readText(value);
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** One, several, or a comma list: Flinks sends all three (docs/flinks/connect.md 1.3). `undefined` for none. */
export function readList(value: unknown): readonly string[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : (readText(value)?.split(',') ?? []);
  const texts = items.map(readText).filter((item) => item !== undefined);
  return texts[0] ? texts : undefined;
}

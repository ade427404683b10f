/** An object as `JSON.parse` returns it. A record of unknowns promises nothing about its fields. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Is this an object with fields, and not a list? */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

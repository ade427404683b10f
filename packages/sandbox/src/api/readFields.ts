import { isRecord } from '@flinks-kit/core';

/**
 * Reads a body by field names in any case: Flinks takes `username` next to `Password` (docs/flinks/api.md 2).
 * `undefined` for a body that is no JSON object; an empty body has no fields.
 */
export function readFields(text: string): Fields | undefined {
  const parsed = text.trim() === '' ? {} : parseJson(text);
  if (!isRecord(parsed)) return undefined;
  const byName = new Map(Object.entries(parsed).map(([name, value]) => [name.toLowerCase(), value]));
  const get = (name: string): unknown => byName.get(name.toLowerCase());
  return {
    text: (name) => readText(get(name)),
    flag: (name) => readFlag(get(name)),
    texts: (name) => readTexts(get(name)),
    answers: (name) => readAnswers(get(name)),
    records: (name) => readRecords(get(name)),
  };
}

/** The fields of a body. Each reader gives `undefined` for what is missing or of another kind. */
export interface Fields {
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  texts(name: string): readonly string[] | undefined;
  /** Texts by prompt; the keys keep every byte. */
  answers(name: string): Readonly<Record<string, readonly string[]>> | undefined;
  records(name: string): readonly Readonly<Record<string, unknown>>[] | undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  // Clients send "true" as text too.
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return undefined;
}

function readTexts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

function readAnswers(value: unknown): Readonly<Record<string, readonly string[]>> | undefined {
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([prompt, answers]) => [
      prompt,
      typeof answers === 'string' ? [answers] : (readTexts(answers) ?? []),
    ]),
  );
}

function readRecords(value: unknown): readonly Readonly<Record<string, unknown>>[] | undefined {
  return Array.isArray(value) ? value.filter(isRecord) : undefined;
}

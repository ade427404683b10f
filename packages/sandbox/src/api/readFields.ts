import { isRecord } from '@flinks-kit/core';
import { parseJson } from '../state/json.ts';
import type { SandboxState } from '../state/sandboxState.ts';

/** One call of the API, parsed. */
export interface Call {
  readonly state: SandboxState;
  /** The fields of the body, whatever the case of their names. */
  readonly fields: Fields;
  /** The last part of a path such as `/DeleteCard/{loginId}`; empty for other paths. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The authorize token of `flinks-auth-key`. */
  readonly token: string | null;
  readonly signal: AbortSignal;
}

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
    number: (name) => readNumber(get(name)),
    records: (name) => readRecords(get(name)),
  };
}

/** The fields of a body. Each reader returns `undefined` for a field that is missing or of another type. */
export interface Fields {
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  texts(name: string): readonly string[] | undefined;
  /** Texts by prompt; the keys keep every byte. */
  answers(name: string): Readonly<Record<string, readonly string[]>> | undefined;
  number(name: string): number | undefined;
  records(name: string): readonly Readonly<Record<string, unknown>>[] | undefined;
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  // Clients also send "true" as text.
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

function readNumber(value: unknown): number | undefined {
  // Clients also send numbers as text.
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

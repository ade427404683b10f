import type { BaseIssue } from 'valibot';

/**
 * The sentence for something that was rejected: what it is, what follows, what to write instead. The message of a
 * schema is what the value must be, such as `a text`.
 */
export function describeIssue(issue: BaseIssue<unknown>, noun: string, consequence: string): string {
  const path = (issue.path ?? []).reduce(
    (known, { key }) =>
      typeof key === 'number' ? `${known}[${key}]` : known === '' ? String(key) : `${known}.${String(key)}`,
    '',
  );
  const name = path === '' ? `This ${noun}` : `The ${noun} "${path}"`;
  if (issue.expected === 'never') {
    return `${name} does not exist, so ${consequence}: check its spelling.`;
  }
  if (issue.input === undefined) return `${name} is missing, so ${consequence}: ${mustBe(issue)}.`;
  return `${name} is ${print(issue.input, path)}, so ${consequence}: ${mustBe(issue)}.`;
}

function mustBe({ message, expected }: BaseIssue<unknown>): string {
  // valibot's own sentences begin so; the schemas of the sandbox bring phrases.
  return `it must be ${message.startsWith('Invalid ') ? (expected ?? 'something else') : message}`;
}

// Secrets are never printed, and long values are cut.
function print(value: unknown, path: string): string {
  if (/(?:secret|key|bearer|password|answer)/i.test(path)) return 'something else';
  if (typeof value === 'function') return 'a function';
  const text = toText(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

// A cycle makes `JSON.stringify` throw, as does a bigint; a symbol has no JSON.
function toText(value: unknown): string {
  if (['number', 'bigint', 'symbol'].includes(typeof value)) return String(value);
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return 'an object';
  }
}

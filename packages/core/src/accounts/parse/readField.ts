import { type IssueLog, report } from './parseIssue.ts';

/** An object as `JSON.parse` gives it. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Is this an object with fields, and not a list? */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text, trimmed; empty text is `null`. */
export function readText(value: unknown, field: string, log: IssueLog): string | null {
  if (typeof value === 'string') return trimmed(value);
  if (value !== null && value !== undefined) report(log, field, 'unreadable');
  return null;
}

/**
 * A number that is a name (an account, a transit). Text keeps its leading zeros; one that was sent as a number gets
 * them back up to `digits`.
 */
export function readDesignation(value: unknown, field: string, digits: number, log: IssueLog): string | null {
  if (typeof value !== 'number') return readText(value, field, log);
  if (Number.isSafeInteger(value) && value >= 0) return String(value).padStart(digits, '0');
  report(log, field, Number.isInteger(value) && value > 0 ? 'imprecise' : 'unreadable');
  return null;
}

/** A decimal, sent as a number or as its text. */
export function readAmount(value: unknown, field: string, log: IssueLog): number | null {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    const text = value.trim();
    if (text === '') return null;
    // `Number` alone would also take "0x10" and "Infinity".
    const amount = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(amount)) return amount;
  }
  report(log, field, 'unreadable');
  return null;
}

/** A share between 0 and 1. */
export function readRatio(value: unknown, field: string, log: IssueLog): number | null {
  const ratio = readAmount(value, field, log);
  if (ratio === null || (ratio >= 0 && ratio <= 1)) return ratio;
  report(log, field, 'unreadable');
  return null;
}

function trimmed(text: string): string | null {
  // Nearly every text of a body needs no trimming, and asking is a third of the price of `trim`.
  if (isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1))) return text;
  const inner = text.trim();
  return inner === '' ? null : inner;
}

function isVisible(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

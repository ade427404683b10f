import { withoutBidiControls } from '../../internal/withoutBidiControls.ts';

/** Something in a body that could not be taken as it came. It names places, never values: safe to log. */
export interface ParseIssue {
  /** Index in `Accounts`; `null` when the whole body is meant. */
  readonly row: number | null;
  /** The field as Flinks spells it (`Balance.Current`); `null` when the whole row is meant. */
  readonly field: string | null;
  readonly problem: ParseProblem;
}

/**
 * `missing`: needed and not there · `unreadable`: not of a kind we can take, read as `null` · `imprecise`: a number
 * too large to trust, read as `null` · `duplicate`: a second row with the same `Id`, left out · `too-long`: text beyond
 * 500 characters, cut there.
 */
export type ParseProblem = 'missing' | 'unreadable' | 'imprecise' | 'duplicate' | 'too-long';

/** Collects issues while rows are read; `row` moves along. */
export interface IssueLog {
  row: number;
  readonly issues: ParseIssue[];
}

/** Notes a problem with one field of the current row. */
export function reportIssue(log: IssueLog, field: string | null, problem: ParseProblem): void {
  log.issues.push({ row: log.row, field, problem });
}

/** Text, trimmed and at most 500 characters long; empty text is `null`. */
export function readText(value: unknown, field: string, log: IssueLog): string | null {
  if (typeof value === 'string') {
    if (value.length <= longestText) return trimmed(value);
    const text = value.trim();
    if (text.length <= longestText) return trimmed(text);
    reportIssue(log, field, 'too-long');
    // Half a surrogate pair is no character.
    return text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
  }
  if (value !== null && value !== undefined) reportIssue(log, field, 'unreadable');
  return null;
}

/** Text that users are shown, without controls that would reorder the page's own words. */
export function readShownText(value: unknown, field: string, log: IssueLog): string | null {
  return readText(typeof value === 'string' ? withoutBidiControls(value) : value, field, log);
}

/**
 * A number that is a name (an account, a transit). Text keeps its leading zeros; one that was sent as a number gets
 * them back up to `digits`.
 */
export function readDesignation(value: unknown, field: string, digits: number, log: IssueLog): string | null {
  if (typeof value !== 'number') return readText(value, field, log);
  if (Number.isSafeInteger(value) && value >= 0) return String(value).padStart(digits, '0');
  reportIssue(log, field, Number.isInteger(value) && value > 0 ? 'imprecise' : 'unreadable');
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
  reportIssue(log, field, 'unreadable');
  return null;
}

/** A share between 0 and 1. */
export function readRatio(value: unknown, field: string, log: IssueLog): number | null {
  const ratio = readAmount(value, field, log);
  if (ratio === null || (ratio >= 0 && ratio <= 1)) return ratio;
  reportIssue(log, field, 'unreadable');
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

// No field of Flinks is longer by nature; a title of a megabyte would go through to every browser.
const longestText = 500;

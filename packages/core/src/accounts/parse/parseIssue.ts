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
 * too large to trust, read as `null` · `duplicate`: a second row with the same `Id`, left out.
 */
export type ParseProblem = 'missing' | 'unreadable' | 'imprecise' | 'duplicate';

/** Collects issues while rows are read; `row` moves along. */
export interface IssueLog {
  row: number;
  readonly issues: ParseIssue[];
}

/** Notes a problem with one field of the current row. */
export function report(log: IssueLog, field: string | null, problem: ParseProblem): void {
  log.issues.push({ row: log.row, field, problem });
}

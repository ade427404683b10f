/** One measured figure: ours, what it may be at most, and what stands beside it. */
export interface Line {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** Ours may be at most this, in the same unit. */
  readonly budget?: number | undefined;
  /** What `--sizes` lets ours grow to, in the same unit: less than the budget allows. */
  readonly ceiling?: number | undefined;
  /** The same job done by something else, in the same run. */
  readonly reference?: number | undefined;
  /** What the reference is. */
  readonly beside?: string | undefined;
  /** Ours may be at most this many times the reference. */
  readonly ratioBudget?: number | undefined;
  /** Ours must be at least this many times the reference. */
  readonly ratioAtLeast?: number | undefined;
}

/** Prints the lines as a table: what is within its budget, and what is not. */
export function report(lines: readonly Line[]): void {
  const rows = lines.map((line) => {
    const ratio = line.reference === undefined ? undefined : line.figure / line.reference;
    return [
      isWithin(line) ? '✓' : '✗',
      line.what,
      amount(line.figure, line.unit),
      budgetOf(line),
      line.reference === undefined ? '' : `${line.beside}: ${amount(line.reference, line.unit)}`,
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    ];
  });
  const head = ['', 'what', 'ours', 'budget', 'reference', 'ratio'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of [head, ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

/** Whether a figure is within its budget and its ceiling. */
export function holds(line: Line): boolean {
  return isWithin({ ...line, budget: line.ceiling ?? line.budget });
}

function budgetOf({ budget, unit, ratioBudget, ratioAtLeast }: Line): string {
  return [
    budget === undefined ? '' : `≤ ${amount(budget, unit)}`,
    ratioBudget === undefined ? '' : `≤ ${ratioBudget} ×`,
    ratioAtLeast === undefined ? '' : `≥ ${ratioAtLeast} ×`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function isWithin({ figure, budget, reference, ratioBudget, ratioAtLeast }: Line): boolean {
  if (budget !== undefined && figure > budget) return false;
  if (reference === undefined) return true;
  const ratio = figure / reference;
  return ratio <= (ratioBudget ?? Infinity) && ratio >= (ratioAtLeast ?? 0);
}

function amount(value: number, unit: string): string {
  return `${value.toLocaleString('en-CA', { maximumFractionDigits: value < 100 ? 2 : 0 })} ${unit}`;
}

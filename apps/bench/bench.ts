// Prints our figures, their budgets and their references, from one run. `--sizes` prints sizes only and fails
// when one is over its budget: speed is read by people, since a busy machine would make a test of it lie.
import { measureAccounts } from './accounts.ts';
import { report } from './report.ts';
import { measureSizes } from './sizes.ts';

const sizesOnly = process.argv.includes('--sizes');
const lines = [...(await measureSizes()), ...(sizesOnly ? [] : measureAccounts())];
const withinBudget = report(lines);
if (sizesOnly && !withinBudget) process.exitCode = 1;

// Prints our figures, their budgets and their references, from one run. `--sizes` prints sizes only and fails
// when one has outgrown its budget or ceiling: speed is read by people, since a busy machine would make a test of it lie.
// `--server` prints the requests to the server only.
import { measureAccounts } from './accounts.ts';
import { measureHookPieces } from './hookPieces.ts';
import { measureConnections } from './connections.ts';
import { measureLayoutShift } from './layoutShift.ts';
import { measureMemory } from './memory.ts';
import { measureMessages } from './messages.ts';
import { measurePolls } from './polls.ts';
import { measureRendering } from './rendering.ts';
import { holds, type Line, report } from './report.ts';
import { measureSizes } from './sizes.ts';
import { measureThroughput } from './throughput.ts';

const sizesOnly = process.argv.includes('--sizes');
const lines = process.argv.includes('--server')
  ? await measureServer()
  : [...(await measureSizes()), ...(await measureHookPieces()), ...(sizesOnly ? [] : await measureSpeed())];
report(lines);
if (sizesOnly && !lines.every(holds)) process.exitCode = 1;

async function measureSpeed(): Promise<readonly Line[]> {
  return [
    ...measureAccounts(),
    ...(await measureMessages()),
    ...(await measureRendering()),
    ...(await measureLayoutShift()),
    ...(await measureServer()),
    ...(await measurePolls()),
    ...(await measureMemory()),
  ];
}

async function measureServer(): Promise<readonly Line[]> {
  return [...(await measureThroughput()), ...(await measureConnections())];
}

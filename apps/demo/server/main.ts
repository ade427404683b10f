// Starts the sample app and its stand-in of Flinks; prints the one address to open.
import { relative } from 'node:path';
import { readSettings } from './settings.ts';
import { startDemo } from './startDemo.ts';

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  const { url, close } = await startDemo(settings);
  console.log(`\n  Fernhill, the sample app of flinks-kit:  ${url}`);
  console.log(`  It remembers in ${relative('', settings.dataDir)}; delete that folder to begin anew.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}

// Starts the sample app with the sandbox in place of Flinks, and prints the URL to open.
import { relative } from 'node:path';
import { readSettings } from './settings.ts';
import { startDemo } from './startDemo.ts';

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  const { url, close } = await startDemo(settings);
  console.log(`\n  Fernhill, the sample app of flinks-kit:  ${url}`);
  console.log(`  Its data is in ${relative('', settings.dataDir)}; delete that folder to start over.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}

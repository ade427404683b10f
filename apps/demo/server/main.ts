// Starts the sample app and its stand-in of Flinks; prints the one address to open.
import { readSettings } from './settings.ts';
import { startDemo } from './startDemo.ts';

try {
  const { url, close } = await startDemo(readSettings(process.argv.slice(2), process.env));
  console.log(`\n  Fernhill, the sample app of flinks-kit:  ${url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}

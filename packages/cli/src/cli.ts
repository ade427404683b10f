#!/usr/bin/env node
import { runCli } from './runCli.ts';

const code = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  isInteractive: process.stdin.isTTY && process.stdout.isTTY && process.env['CI'] === undefined,
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
});
// The app's module, which the doctor loads, may hold timers and connections open: what is printed goes out first.
process.stdout.write('', () => process.exit(code));

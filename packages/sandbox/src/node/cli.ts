#!/usr/bin/env node
import { runCli } from './runCli.ts';

// The second Ctrl+C ends the process at once, as without this.
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  stopping: stopping.signal,
});

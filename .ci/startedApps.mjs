// What the checks that start an app beside the sandbox share.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './registry.mjs';

/** Gives an app's sandbox other ports: the usual ones may be taken on a machine that runs more than this. */
export async function moveSandbox(cwd) {
  const port = await freePort();
  for (const file of ['.env', 'package.json']) {
    const text = readFileSync(join(cwd, file), 'utf8');
    writeFileSync(
      join(cwd, file),
      text.replaceAll('4174', String(port)).replaceAll('4175', String(port + 1)),
    );
  }
}

/** Ends npm, the sandbox that it started, and the framework that this started: they are one group. */
export async function endGroup(app) {
  if (app.exitCode !== null || app.signalCode !== null) return;
  const ended = new Promise((resolve) => app.once('exit', resolve));
  try {
    process.kill(-app.pid, 'SIGTERM');
    await ended;
  } catch {
    // It has ended by itself.
  }
}

/** Removes an app's folder. A framework may still write into it while it ends; the system's own folder forgets the rest. */
export function removeApp(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  } catch {
    // What is left is in the folder for temporary files.
  }
}

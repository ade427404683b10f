import { spawn } from 'node:child_process';
import type { App } from './recogniseApp.ts';

/** Installs what package.json names, by the app's own package manager. `false` when that failed; it prints why itself. */
export function installPackages({ root, packageManager }: App): Promise<boolean> {
  const quiet = packageManager === 'npm' ? ['--no-audit', '--no-fund', '--loglevel=error'] : [];
  return new Promise((resolve) => {
    // A shell finds npm.cmd on Windows, too; every word is ours.
    const installing = spawn([packageManager, 'install', ...quiet].join(' '), {
      cwd: root,
      shell: true,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    installing.on('error', () => resolve(false));
    installing.on('exit', (code) => resolve(code === 0));
  });
}

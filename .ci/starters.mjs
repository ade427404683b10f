// Apps as their frameworks' own starters make them, with `npx flinks-kit init` run in each.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './registry.mjs';

/** The command that makes the app, where its page with the bank is, and how its development server takes a port. */
export const starters = {
  vite: {
    create: 'npx --yes create-vite@9.3.0 . --template react-ts --no-interactive',
    page: (port) => `http://localhost:${port}/bank.html`,
    port: (port) => ['--', '--', '--port', String(port), '--strictPort'],
  },
  next: {
    create:
      'npx --yes create-next-app@16.4.3 . --ts --app --no-src-dir --no-tailwind --no-linter --no-react-compiler --use-npm --skip-install --disable-git --yes',
    page: (port) => `http://localhost:${port}/bank`,
    port: (port) => ['--', '--', '--port', String(port)],
  },
};

/** Makes an app in a folder. Returns where it is, the environment of its commands, and the commands that made it. */
export function createApp(name, folder, registry) {
  // A project is called like its folder, and npm takes small letters only.
  const cwd = join(folder, 'app');
  mkdirSync(cwd);
  const options = { cwd, env: { ...registry.env, NEXT_TELEMETRY_DISABLED: '1' } };
  const commands = [starters[name].create, `npx --yes flinks-kit@${registry.version} init --yes`];
  for (const line of commands) command('sh', ['-c', line], options);
  return { ...options, commands };
}

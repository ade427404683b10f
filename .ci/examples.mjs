// Two of the apps in apps/examples as a reader runs them: copied out of this repository, installed from a registry, with
// a key of their own, and a bank connected in Chromium.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBank } from './connectBank.mjs';
import { root, stop } from './prepare.mjs';
import { command, freePort } from './registry.mjs';
import { endGroup, moveSandbox, removeApp } from './startedApps.mjs';

/** Connects a bank in each example that has a page and a server of its own. */
export async function connectExamples(registry) {
  for (const name of ['vite-express', 'next-app']) {
    // oxlint-disable-next-line no-await-in-loop -- each needs the machine for itself
    await connectExample(name, registry);
  }
}

async function connectExample(name, { env, url, version }) {
  const start = Date.now();
  const cwd = mkdtempSync(join(tmpdir(), 'flinks-kit-example-'));
  const options = {
    cwd,
    env: { ...env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', PORT: String(await freePort()) },
  };
  let app;
  try {
    cpSync(join(root, 'apps/examples', name), cwd, {
      recursive: true,
      filter: (file) => !/node_modules|\.next/.test(file),
    });
    writeFileSync(join(cwd, '.npmrc'), `registry=${url}\n`);
    cpSync(join(cwd, '.env.example'), join(cwd, '.env'));
    command('npx', ['--yes', `flinks-kit@${version}`, 'keys', 'new', '--env', '.env'], options);
    command('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], options);
    await moveSandbox(cwd);
    app = spawn('npm', ['run', 'dev:bank'], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const accounts = await connectBank(`${await addressOf(app)}/`);
    console.log(
      `✓ example ${name}: ${accounts} accounts of a bank, ${Math.round((Date.now() - start) / 1000)} s with its installation`,
    );
  } finally {
    if (app !== undefined) await endGroup(app);
    removeApp(cwd);
  }
}

/** The address that a development server prints. */
function addressOf(app) {
  let printed = '';
  return new Promise((resolve) => {
    const fail = (code) => stop(`The example ended with ${code} before it served a page:\n${printed}`);
    const read = (chunk) => {
      printed += chunk;
      const [, address] = /Local:\s+(http:\/\/localhost:\d+)/.exec(printed) ?? [];
      if (address === undefined) return;
      app.off('exit', fail);
      resolve(address);
    };
    app.stdout.on('data', read);
    app.stderr.on('data', read);
    app.on('exit', fail);
  });
}

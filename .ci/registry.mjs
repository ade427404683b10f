// A registry on this machine for the release rehearsal and the hosts that install from it: Verdaccio, which keeps the
// packages of this repository itself and passes on every other name to the registry that npm is configured with.
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pnpmCommand, quiet, root, stop } from './prepare.mjs';

/**
 * Starts a registry and publishes every package to it at the version that changesets compute. Returns its address,
 * that version, the folder of the checkout that was published, and the environment for commands that install from it.
 */
export async function startRegistry() {
  const folder = mkdtempSync(join(tmpdir(), 'flinks-kit-registry-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const config = join(folder, 'verdaccio.yaml');
  writeFileSync(config, configOf(folder));
  const server = spawn(
    process.execPath,
    [join(root, 'node_modules/verdaccio/bin/verdaccio'), '--config', config, '--listen', `127.0.0.1:${port}`],
    { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] },
  );
  const close = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  await answers(`${url}-/ping`, server);

  const env = { ...process.env, ...quiet, npm_config_registry: url, CI: 'true' };
  const checkout = prepareCheckout(join(folder, 'checkout'));
  const version = JSON.parse(readFileSync(join(checkout, 'packages/core/package.json'), 'utf8')).version;
  publish(checkout, url, env);
  forgetInstalledByNpx();
  return { url, version, checkout, env, close };
}

const configOf = (folder) => `storage: ${join(folder, 'storage')}
uplinks:
  upstream:
    url: ${spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout.trim()}
    timeout: 60s
    maxage: 60m
packages:
  '@flinks-kit/*':
    access: $all
    publish: $anonymous
  'flinks-kit':
    access: $all
    publish: $anonymous
  '**':
    access: $all
    proxy: upstream
web:
  enable: false
log:
  type: stdout
  level: error
`;

/** A copy of this checkout in which changesets wrote versions and changelogs, and whose packages are built. */
function prepareCheckout(checkout) {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true });
    cpSync(join(root, file), join(checkout, file));
  }
  command(
    'npx',
    [
      ...pnpmCommand.slice(1),
      'install',
      ...['--filter', 'flinks-kit-workspace', '--filter', './packages/*'],
      '--frozen-lockfile',
      '--prefer-offline',
      '--ignore-scripts',
      '--reporter=silent',
    ],
    { cwd: checkout },
  );
  command(process.execPath, [join(checkout, 'node_modules/@changesets/cli/bin.js'), 'version'], {
    cwd: checkout,
  });
  return checkout;
}

function publish(checkout, url, env) {
  const filter = ['-r', '--filter', './packages/*'];
  command(
    'npx',
    [
      ...pnpmCommand.slice(1),
      ...filter,
      'publish',
      '--no-git-checks',
      '--registry',
      url,
      '--reporter=silent',
    ],
    { cwd: checkout, env },
  );
}

// npx keeps what it installed by name and version, and each rehearsal publishes the same version again.
function forgetInstalledByNpx() {
  const kept = join(command('npm', ['config', 'get', 'cache']).trim(), '_npx');
  if (!existsSync(kept)) return;
  for (const name of readdirSync(kept)) {
    const manifest = join(kept, name, 'package.json');
    if (existsSync(manifest) && /"@?flinks-kit["/]/.test(readFileSync(manifest, 'utf8')))
      rmSync(join(kept, name), { recursive: true, force: true });
  }
}

/** Runs a command and shows its output only when it fails. */
export function command(name, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(name, args, {
    encoding: 'utf8',
    env: { ...process.env, ...quiet },
    ...options,
  });
  if (status === 0) return stdout;
  return stop(`${[name, ...args].join(' ')} failed in ${options.cwd ?? root}:\n${stdout}${stderr}`);
}

/** Waits until an address answers. Fails when the process that should serve it has ended, or after a minute. */
async function answers(url, server) {
  for (const last = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if ((await download(url).catch(() => null)) !== null) return;
    if (server.exitCode !== null || Date.now() > last) stop(`Nothing answers at ${url}.`);
  }
}

/** The bytes at an address, each by a connection of its own: one that waits through a command of ours is closed by then. */
export function download(url) {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${url} answers ${response.statusCode}.`));
      });
    });
    request.on('error', reject);
  });
}

/** A port that is free now. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// Brings what `npm start` and `npm test` need to a machine that has Node and npm and nothing else.
// Node's own modules only: nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where a run leaves its reports, logs and tarballs. */
export const out = `${root}.ci/out`;

const { packageManager, engines } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** No prompts, no telemetry. */
export const quiet = {
  DEBIAN_FRONTEND: 'noninteractive',
  DO_NOT_TRACK: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
};

/** Ends the process with one sentence: what is wrong and what to do. */
export function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** Refuses a Node that the workspace can't run on. */
export function checkNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem !== undefined) stop(problem);
}

/** What is wrong with this version of Node, in one sentence; `undefined` when it will do. */
export function nodeProblem(version) {
  const [wantedMajor, wantedMinor] = engines.node.match(/\d+/g).map(Number);
  const [major, minor] = version.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  return `flinks-kit needs Node ${wantedMajor}.${wantedMinor} or newer and this is Node ${version}: install a newer Node, then run the same command again.`;
}

/** Runs a command with its output on ours; returns whether it succeeded. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quiet },
    ...options,
  });
  return error === undefined && status === 0;
}

/** The pinned pnpm, which npx brings when it is missing. */
export const pnpmCommand = ['npx', '--yes', '--loglevel=error', packageManager];

/** Runs a command of the pinned pnpm. */
export function pnpm(...args) {
  const [npx, ...rest] = pnpmCommand;
  return run(npx, [...rest, ...args]);
}

/** Installs the workspace exactly as locked. A second run takes a second. */
export function install() {
  if (pnpm('install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn')) return;
  stop(
    'The workspace could not be installed, so nothing can run. Check that this machine reaches the npm registry, then run the same command again.',
  );
}

/**
 * Installs what the demo needs, and no more: no browser tests, no Storybook, no registry. When nothing has changed since
 * the last time, nothing runs.
 */
export function installDemo() {
  const state = stateOfInstall();
  if (existsSync(demoStamp) && readFileSync(demoStamp, 'utf8') === state) return;
  console.log('Installing what the demo needs…');
  const filter = ['--filter', '@flinks-kit/demo...'];
  if (
    !pnpm(
      ...filter,
      'install',
      '--frozen-lockfile',
      '--prefer-offline',
      '--reporter=append-only',
      '--loglevel=warn',
    )
  ) {
    stop(
      'The demo could not be installed, so it was not started. Check that this machine reaches the npm registry, then run npm start again.',
    );
  }
  writeFileSync(demoStamp, state);
}

const demoStamp = `${root}apps/demo/node_modules/.flinks-kit-installed`;

// The lockfile names everything, and a change of it is what an update of the checkout brings.
const stateOfInstall = () =>
  createHash('sha256')
    .update(readFileSync(`${root}pnpm-lock.yaml`))
    .digest('hex');

/** The path of Chromium, installed from Debian's packages where that is possible. */
export function ensureChromium() {
  const present = findChromium();
  if (present !== undefined) return present;
  installFromDebian('chromium', 'fonts-liberation', 'fonts-noto-color-emoji');
  return (
    findChromium() ??
    stop(
      'The browser tests need Chromium and none was found: install it (on Debian: apt-get install chromium fonts-liberation) or set CHROMIUM to the path of one, then run npm test again.',
    )
  );
}

/** PostgreSQL for the store's own suite. Without it that suite runs on the embedded one alone, and a line reports it. */
export function ensurePostgres() {
  if (existsSync('/usr/lib/postgresql')) return;
  installFromDebian('postgresql');
  if (existsSync('/usr/lib/postgresql')) return;
  console.log(
    'There is no PostgreSQL here, so the store is tested on the embedded one only (on Debian: apt-get install postgresql).',
  );
}

function installFromDebian(...packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(', ')} from Debian…`);
  const silent = { stdio: ['ignore', 'ignore', 'inherit'] };
  run('apt-get', ['update', '-qq'], silent);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], silent);
}

function findChromium() {
  const usual = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  return [process.env.CHROMIUM, ...usual].find((path) => path !== undefined && existsSync(path));
}

// The release rehearsal, `npm run release:rehearse`: publishes every package at the version that changesets compute to
// a registry on this machine, reads each tarball, installs from there with npm, pnpm and yarn into empty projects, and
// runs those; README's install lines are carried out as they stand. Nothing leaves this machine.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pnpmCommand, root, stop } from './prepare.mjs';
import { command, download, startRegistry } from './registry.mjs';
import { faultsOfTarball } from './tarballs.mjs';

const start = Date.now();
const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
const folder = mkdtempSync(join(tmpdir(), 'flinks-kit-rehearsal-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const registry = await startRegistry();
console.log(`✓ published ${registry.version} to a registry on this machine (${seconds()})`);

const packages = [
  '@flinks-kit/core',
  '@flinks-kit/react',
  '@flinks-kit/server',
  '@flinks-kit/sandbox',
  'flinks-kit',
];
for (const name of packages) await checkPackage(name);
console.log(`✓ ${packages.length} tarballs hold what a user needs, and a changelog (${seconds()})`);

const peers = ['@tanstack/react-query', 'react', 'react-dom'];
const managers = {
  npm: ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'],
  pnpm: [...pnpmCommand, 'add', '--reporter=silent'],
  'yarn 1': ['npx', '--yes', 'yarn@1.22.22', 'add', '--silent', '--no-progress'],
  'yarn 4': ['npx', '--yes', '-p', '@yarnpkg/cli-dist@4.18.1', 'yarn', 'add'],
};
for (const [name, [bin, ...args]] of Object.entries(managers)) {
  const cwd = emptyProject(name.replace(' ', '-'));
  command(bin, [...args, ...packages, ...peers], { cwd, env: registry.env });
  checkProject(cwd);
  console.log(`✓ ${name} installs it, and it runs (${seconds()})`);
}

// As a container from the plain Node image does: nothing is installed, and the package has one command.
const printed = command('npx', ['--yes', '@flinks-kit/sandbox', '--version'], {
  cwd: emptyProject('npx'),
  env: registry.env,
});
if (printed.trim() !== registry.version) stop(`npx @flinks-kit/sandbox --version prints ${printed}`);
console.log(`✓ npx runs the sandbox without an installation (${seconds()})`);

const cwd = emptyProject('readme');
for (const line of installLines()) command('npm', line.split(' ').slice(1), { cwd, env: registry.env });
command('npm', ['install', ...peers.slice(1)], { cwd, env: registry.env });
checkProject(cwd);
console.log(`✓ README's install lines work (${seconds()})`);
registry.close();

/** Reads the tarball of a package as the registry delivers it. */
async function checkPackage(name) {
  const { versions } = JSON.parse(await download(`${registry.url}${name.replace('/', '%2f')}`));
  const { dist, dependencies = {} } =
    versions[registry.version] ?? stop(`${name} ${registry.version} was not published.`);
  const file = join(folder, `${name.replace('/', '-')}.tgz`);
  writeFileSync(file, await download(dist.tarball));
  const faults = faultsOfTarball(file);
  for (const [dependency, range] of Object.entries(dependencies)) {
    if (dependency.startsWith('@flinks-kit/') && range !== registry.version)
      faults.push(`It needs ${dependency} ${range}.`);
  }
  const changelog = readFileSync(
    join(registry.checkout, 'packages', name.split('/').at(-1).replace('flinks-kit', 'cli'), 'CHANGELOG.md'),
    'utf8',
  );
  if (!new RegExp(`## ${registry.version.replaceAll('.', '\\.')}\\n\\n### [^]*\\n- `).test(changelog)) {
    faults.push(
      `Its CHANGELOG has no entry for ${registry.version}. Add a change note for it: npx changeset.`,
    );
  }
  if (faults.length > 0) stop(`${name} is not fit to be published:\n${faults.join('\n')}`);
}

function emptyProject(name) {
  const project = join(folder, name);
  mkdirSync(project);
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'rehearsal', private: true, type: 'module' }),
  );
  // Every package manager reads this file; the environment is not enough for pnpm.
  writeFileSync(join(project, '.npmrc'), `registry=${registry.url}\n`);
  // Yarn 4 reads its own. A lockfile of its own marks where its project begins.
  writeFileSync(
    join(project, '.yarnrc.yml'),
    [
      `npmRegistryServer: ${registry.url}`,
      'unsafeHttpWhitelist: ["127.0.0.1"]',
      'nodeLinker: node-modules',
      'enableImmutableInstalls: false',
      'enableTelemetry: false',
      // Its usual folder may remember the tarballs of an earlier rehearsal, at a port that is closed by now.
      `globalFolder: ${join(folder, 'yarn-4-global')}`,
      // It refuses what was published a moment ago, as all of this was.
      'npmMinimalAgeGate: 0',
    ].join('\n'),
  );
  writeFileSync(join(project, 'yarn.lock'), '');
  cpSync(join(root, '.ci/packed/run.mjs'), join(project, 'run.mjs'));
  return project;
}

/** Loads every entry point, and runs both commands. */
function checkProject(project) {
  const node = (...args) =>
    command(process.execPath, args, { cwd: project, env: { ...process.env, NODE_ENV: 'test' } });
  node('run.mjs');
  node('node_modules/@flinks-kit/sandbox/dist/node/cli.js', '--port', '0', '--', process.execPath, '-e', '');
}

/** The lines of README that install from a registry, without their comments. */
function installLines() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const lines = [...readme.matchAll(/^npm install [^#\n]*/gm)]
    .map(([line]) => line.trim())
    .filter((line) => !line.includes('.tgz'));
  if (!lines.some((line) => line.includes('@flinks-kit/')))
    stop('README shows no line that installs the kit.');
  return lines;
}

// The packed-package test: the packages as npm would deliver them, installed into an empty project. The README's
// examples must compile there, every entry point must load, and no secret or source path may be inside a tarball.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packedPackages } from './packages.mjs';
import { root, run, stop } from './prepare.mjs';

const project = mkdtempSync(join(tmpdir(), 'flinks-kit-packed-'));
process.on('exit', () => rmSync(project, { recursive: true, force: true }));

const dependencies = Object.fromEntries(packedPackages().map(({ name, file }) => [name, `file:${file}`]));

cpSync(join(root, '.ci/packed'), project, { recursive: true });
for (const [file, code] of readmeExamples()) writeFileSync(join(project, file), code);
writeFileSync(join(project, 'styles.ts'), importsOfStyles());
const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
writeFileSync(
  join(project, 'package.json'),
  JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, ...dependencies } }),
);

// Node 20.19 and newer load ES modules by `require()`.
const requireAll = `for (const name of ['core', 'core/wire', 'react', 'react/query', 'react/testing', 'server',
  'server/node', 'sandbox', 'sandbox/node']) require('@flinks-kit/' + name);`;

const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
const steps = {
  'npm install': () => run('npm', ['install', ...quietly], { cwd: project }),
  'compiles as a bundler resolves': () => tsc('typescript', 'tsconfig.bundler.json'),
  'compiles as Node resolves': () => tsc('typescript', 'tsconfig.nodenext.json'),
  'compiles with TypeScript 6.0': () => tsc('typescript6', 'tsconfig.bundler.json'),
  'compiles with TypeScript 5.9': () => tsc('typescript59', 'tsconfig.bundler.json'),
  'loads and runs': () => run(process.execPath, ['run.mjs'], { cwd: project }),
  'loads by require()': () => run(process.execPath, ['--no-warnings', '-e', requireAll], { cwd: project }),
  'flinks-sandbox serves and stops': () => run(process.execPath, ['command.mjs'], { cwd: project }),
  "the README's server answers": () => run(process.execPath, ['offline.mjs'], { cwd: project }),
  'holds no secret': holdsNoSecret,
  'installs the oldest peers': () => run('npm', ['install', ...quietly, ...oldestPeers()], { cwd: project }),
  'compiles with the oldest peers': () => tsc('typescript', 'tsconfig.bundler.json'),
  'loads and runs with the oldest peers': () => run(process.execPath, ['run.mjs'], { cwd: project }),
};
for (const [name, step] of Object.entries(steps)) {
  if (!step()) stop(`The packed packages failed at: ${name}.`);
  console.log(`✓ ${name}`);
}

function tsc(compiler, config) {
  return run(process.execPath, [join('node_modules', compiler, 'bin/tsc'), '-p', config], { cwd: project });
}

// Each fenced block that names a file: ```tsx file=App.tsx
function readmeExamples() {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  return [...readme.matchAll(/^```tsx? file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file, code]) => [file, code]);
}

// From TypeScript 6 on, an import of a style sheet without types is an error where no bundler's types are loaded.
function importsOfStyles() {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages/react/package.json'), 'utf8'));
  const sheets = Object.keys(exports).filter((entry) => entry.endsWith('.css') && !entry.includes('*'));
  return sheets.map((entry) => `import '@flinks-kit/react${entry.slice(1)}';\n`).join('');
}

// The lower end of each range that the package of the components accepts.
function oldestPeers() {
  const { peerDependencies } = JSON.parse(readFileSync(join(root, 'packages/react/package.json'), 'utf8'));
  const oldest = Object.entries(peerDependencies).map(
    ([name, range]) => `${name}@${/\d+\.\d+\.\d+/.exec(range)[0]}`,
  );
  return [...oldest, '@types/react@18', '@types/react-dom@18'];
}

// The names of Flinks' key headers belong to the server alone, and a tarball has no use for sources or tests.
function holdsNoSecret() {
  const browserOnly = ['core', 'react'].map((name) => join(project, 'node_modules/@flinks-kit', name));
  const leaks = spawnSync(
    'grep',
    ['-rlE', 'flinks-auth-key|x-api-key|\\.test\\.|@flinks-kit/source', ...browserOnly],
    { encoding: 'utf8' },
  ).stdout;
  if (leaks !== '') console.error(leaks);
  return leaks === '';
}

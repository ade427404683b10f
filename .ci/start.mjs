// `npm start`: checks the ports, installs what the demo needs, starts the demo, its server and the sandbox, and prints one
// URL. `npm start -- --built` serves the built page, and builds it first when a source is newer.
import { spawn } from 'node:child_process';
import { statSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { checkNode, installDemo, root, run, stop } from './prepare.mjs';

const args = process.argv.slice(2);
const port = Number(process.env.PORT || 4173);

checkNode();
console.log(`Checking ports ${port} to ${port + 2}…`);
// A PORT that is no port is the demo's own sentence.
if (Number.isInteger(port) && port > 0 && port < 65_534) await checkPorts([port, port + 1, port + 2]);
installDemo();
if (args.includes('--built')) build();

console.log('Starting the demo, its server and the sandbox…');
const ofDemo = createRequire(join(root, 'apps/demo/package.json'));
const demo = spawn(
  process.execPath,
  ['--conditions=@flinks-kit/source', '--import', ofDemo.resolve('tsx'), 'apps/demo/server/main.ts', ...args],
  { cwd: root, stdio: 'inherit' },
);
demo.on('error', (error) => stop(`The demo could not be started: ${error.message}.`));
demo.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  if (stopping) process.exit(0);
  stop(
    `The demo was ended by ${signal}, and not by you: the machine may be out of memory. Run npm start again.`,
  );
});

// The demo closes its ports by itself; we only wait for it, so that the shell gets its prompt back last.
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    demo.kill(signal);
  });
}

/** Ends with a sentence when a port is taken: before anything is installed, since the user has to choose another. */
async function checkPorts(ports) {
  const free = await Promise.all(ports.map(isFree));
  const taken = ports.find((_, index) => !free[index]);
  if (taken === undefined) return;
  stop(
    `Port ${taken} is taken, so the demo was not started: stop what uses it, or choose another by PORT=${port + 10} npm start.`,
  );
}

async function isFree(candidate) {
  for (const host of ['localhost', '127.0.0.1']) {
    const probe = createServer();
    // oxlint-disable-next-line no-await-in-loop -- both names may be the same address
    const free = await new Promise((resolve) => {
      probe.once('error', (error) => resolve(error.code !== 'EADDRINUSE'));
      probe.listen(candidate, host, () => probe.close(() => resolve(true)));
    });
    if (!free) return false;
  }
  return true;
}

function build() {
  const sources = ['apps/demo/src', 'apps/demo/index.html', 'packages/core/src', 'packages/react/src'];
  if (newest('apps/demo/dist/index.html') > Math.max(...sources.map(newest))) return;
  console.log('Building the page…');
  const vite = createRequire(join(root, 'apps/demo/package.json'))
    .resolve('vite/package.json')
    .replace('package.json', 'bin/vite.js');
  if (!run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps/demo') }))
    stop('The page could not be built: see above.');
}

/** When a file, or the newest file of a folder, was changed; 0 when it is not there. */
function newest(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(join(root, path)).map((name) => newest(join(path, name))));
}

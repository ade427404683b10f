// `npm start`: installs what is missing, then starts the demo, its server and the sandbox, and prints one URL.
import { spawn } from 'node:child_process';
import { checkNode, install, root, stop } from './prepare.mjs';

checkNode();
install();

const demo = spawn(
  process.execPath,
  [
    '--conditions=@flinks-kit/source',
    '--import',
    'tsx',
    'apps/demo/server/main.ts',
    ...process.argv.slice(2),
  ],
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

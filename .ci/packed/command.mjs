// The command of the sandbox, from its tarball: it serves both origins, stops when asked, and ends well.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const command = spawn('node_modules/.bin/flinks-sandbox', ['--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(command, 'exit');

let printed = '';
const serving = new Promise((resolve) => {
  command.stdout.on('data', (chunk) => {
    printed += chunk;
    if (printed.includes('Scenario')) resolve();
  });
});
await Promise.race([serving, ended]);
const [, api, widget] =
  /API +(\S+)\n +Widget +(\S+)\n/.exec(printed) ?? assert.fail(`It printed: ${printed}`);
assert.equal((await fetch(`${api}/GenerateAuthorizeToken`, { method: 'POST' })).status, 401);
assert.match(await (await fetch(widget)).text(), /sandbox/i);

command.kill('SIGTERM');
assert.deepEqual(await ended, [0, null]);

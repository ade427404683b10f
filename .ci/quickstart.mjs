// From an empty folder to a connected bank, as a newcomer goes: a framework's own starter, `npx flinks-kit init`, `npm
// run dev:bank`, and a bank connected in Chromium. Installs from a registry on this machine. Prints what it took.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBank } from './connectBank.mjs';
import { stop } from './prepare.mjs';
import { freePort, startRegistry } from './registry.mjs';
import { runDoctor } from './runDoctor.mjs';
import { createApp, starters } from './starters.mjs';
import { endGroup, moveSandbox, removeApp } from './startedApps.mjs';

const secondsAtMost = 120;
const commandsAtMost = 3;

const registry = await startRegistry();
// What a warm cache is: every package was downloaded before, by another app.
for (const name of Object.keys(starters)) await connect(name, { isMeasured: false });
for (const name of Object.keys(starters)) await connect(name, { isMeasured: true });
registry.close();
process.exit();

async function connect(name, { isMeasured }) {
  const { page, port } = starters[name];
  const folder = mkdtempSync(join(tmpdir(), 'flinks-kit-quickstart-'));
  const free = await freePort();
  const start = Date.now();
  let app;
  try {
    const { commands, ...options } = createApp(name, folder, registry);
    await moveSandbox(options.cwd);
    app = spawn('npm', ['run', 'dev:bank', ...port(free)], { ...options, stdio: 'ignore', detached: true });
    const accounts = await connectBank(page(free));
    const seconds = Math.round((Date.now() - start) / 1000);
    if (isMeasured) report(name, { seconds, commands: commands.length + 1, accounts });
    if (!isMeasured) return;
    // The app that init made has one thing left to do: a sign-in of its own.
    const { version } = registry;
    const tried = runDoctor({ ...options, page: page(free), version, expected: ['identify'] });
    console.log(`✓ ${name}: the doctor tried ${tried} things, and names the sign-in that is left to write`);
  } finally {
    if (app !== undefined) await endGroup(app);
    removeApp(folder);
  }
}

function report(name, { seconds, commands, accounts }) {
  console.log(
    `✓ ${name}: ${commands} commands, ${seconds} s from an empty folder to ${accounts} accounts of a bank`,
  );
  if (commands > commandsAtMost || seconds > secondsAtMost) {
    stop(`${name} takes more than ${commandsAtMost} commands or ${secondsAtMost} s.`);
  }
}

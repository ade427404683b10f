// From an empty folder to a connected bank, as a newcomer goes: a framework's own starter, `npx flinks-kit init`, `npm
// run dev:bank`, and a bank connected in Chromium. Installs from a registry on this machine. Prints what it took.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectBank } from './connectBank.mjs';
import { stop } from './prepare.mjs';
import { connectExamples } from './examples.mjs';
import { command, freePort, startRegistry } from './registry.mjs';
import { endGroup, moveSandbox, removeApp } from './startedApps.mjs';

const secondsAtMost = 120;
const commandsAtMost = 3;

const starters = {
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

const registry = await startRegistry();
// What a warm cache is: every package was downloaded before, by another app.
for (const name of Object.keys(starters)) await connect(name, { isMeasured: false });
for (const name of Object.keys(starters)) await connect(name, { isMeasured: true });
await connectExamples(registry);
registry.close();
process.exit();

async function connect(name, { isMeasured }) {
  const { create, page, port } = starters[name];
  const folder = mkdtempSync(join(tmpdir(), 'flinks-kit-quickstart-'));
  // A project is called like its folder, and npm takes small letters only.
  const cwd = join(folder, 'app');
  mkdirSync(cwd);
  const options = { cwd, env: { ...registry.env, NEXT_TELEMETRY_DISABLED: '1' } };
  const free = await freePort();
  const start = Date.now();
  const commands = [create, `npx --yes flinks-kit@${registry.version} init --yes`, 'npm run dev:bank'];
  let app;
  try {
    for (const line of commands.slice(0, 2)) command('sh', ['-c', line], options);
    await moveSandbox(cwd);
    app = spawn('npm', ['run', 'dev:bank', ...port(free)], { ...options, stdio: 'ignore', detached: true });
    const accounts = await connectBank(page(free));
    const seconds = Math.round((Date.now() - start) / 1000);
    if (isMeasured) report(name, { seconds, commands: commands.length, accounts });
    if (isMeasured) doctor(name, options, page(free));
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

/** The app that init made has one thing left to do: a sign-in of its own. The doctor names that, and nothing else. */
function doctor(name, options, page) {
  const { stdout, stderr } = spawnSync(
    'npx',
    ['--yes', `flinks-kit@${registry.version}`, 'doctor', '--json', '--url', page],
    { ...options, encoding: 'utf8' },
  );
  const { checks } = read(stdout) ?? stop(`The doctor of ${name} printed no JSON:\n${stdout}${stderr}`);
  const wrong = checks.filter(({ status }) => status === 'wrong');
  if (wrong.map((check) => check.name).join() !== 'identify')
    stop(`The doctor of ${name} should name identify alone: ${JSON.stringify(wrong, null, 2)}`);
  const key =
    /^ENCRYPTION_KEY=(.+)$/m.exec(readFileSync(join(options.cwd, '.env'), 'utf8'))?.[1] ??
    stop('.env has no key.');
  if (stdout.includes(key)) stop(`The doctor of ${name} printed a key.`);
  console.log(
    `✓ ${name}: the doctor tried ${checks.length} things, and names the sign-in that is left to write`,
  );
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

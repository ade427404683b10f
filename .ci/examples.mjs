// The apps in apps/examples as a reader runs them: copied out of this repository, installed from a registry on this
// machine, with a key of their own. Those with a page connect a bank in Chromium; those with tests run them.
// `node --import tsx .ci/examples.mjs unit-tests` runs only those named.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '../packages/server/test/startPostgres.ts';
import { connectBank } from './connectBank.mjs';
import { root, stop } from './prepare.mjs';
import { command, freePort, startRegistry } from './registry.mjs';
import { runDoctor } from './runDoctor.mjs';
import { createApp } from './starters.mjs';
import { endGroup, moveSandbox, removeApp } from './startedApps.mjs';

const examples = {
  'vite-express': (app) => connectPage(app, { isHealthy: true }),
  'next-app': (app) => connectPage(app, { isHealthy: true }),
  'react-router': (app) => connectPage(app),
  'own-back-end': (app) => connectPage(app, { shows: 'text=Connected.', selectsAccount: false }),
  'hono-workers': connectOnWorkers,
  'unit-tests': runUnitTests,
  playwright: runPlaywright,
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(examples);
const unknown = wanted.find((name) => !Object.hasOwn(examples, name));
if (unknown !== undefined)
  stop(`There is no example "${unknown}": choose among ${Object.keys(examples).join(', ')}.`);

const registry = await startRegistry();
for (const name of wanted) {
  const start = Date.now();
  // oxlint-disable-next-line no-await-in-loop -- each needs the machine for itself
  const proof = await inFolder((cwd) => examples[name](prepare(name, cwd)));
  console.log(
    `✓ example ${name}: ${proof}, ${Math.round((Date.now() - start) / 1000)} s with its installation`,
  );
}
registry.close();
process.exit();

/** A copy of an example that installs from the registry, and the environment for its commands. */
function prepare(name, cwd) {
  const source = join(root, 'apps/examples', name);
  cpSync(source, cwd, { recursive: true, filter: (file) => !/node_modules|\.next/.test(file) });
  writeFileSync(join(cwd, '.npmrc'), `registry=${registry.url}\n`);
  const options = {
    cwd,
    env: { ...registry.env, NEXT_TELEMETRY_DISABLED: '1', WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
  };
  if (existsSync(join(cwd, '.env.example'))) {
    cpSync(join(cwd, '.env.example'), join(cwd, '.env'));
    command('npx', ['--yes', `flinks-kit@${registry.version}`, 'keys', 'new', '--env', '.env'], options);
  }
  return options;
}

/** `isHealthy`: whether the doctor finds nothing wrong with it. */
async function connectPage(options, { isHealthy = false, ...walk } = {}) {
  installPackages(options);
  await moveSandbox(options.cwd);
  const app = { ...options, env: { ...options.env, PORT: String(await freePort()) } };
  return whileRunning(['run', 'dev:bank'], app, async (url) => {
    const proof = await connected(url, walk);
    if (!isHealthy) return proof;
    const tried = runDoctor({ ...app, page: url, version: registry.version });
    return `${proof}, nothing wrong among ${tried} things that the doctor tried`;
  });
}

// The example has no page, so that of `react-router` is served before it, for a user whose cookie the Worker signed.
async function connectOnWorkers(options) {
  const bin = findPostgres();
  if (bin === undefined) return 'not run, since there is no PostgreSQL on this machine';
  const [apiPort, databasePort] = [await freePort(), await freePort()];
  edit(
    join(options.cwd, 'wrangler.toml'),
    'flinks:flinks@localhost:5432/flinks',
    `kit:any@127.0.0.1:${databasePort}/postgres`,
  );
  // The last wrangler that runs on Node 20; its Workers runtime is the same program as Cloudflare's.
  edit(join(options.cwd, 'package.json'), '"wrangler": "^4.0.0"', '"wrangler": "4.80.0"');
  installPackages(options);
  await moveSandbox(options.cwd);
  const secret = /^SESSION_SECRET=(.+)$/m.exec(readFileSync(join(options.cwd, '.env'), 'utf8'))?.[1];
  const database = await startPostgres(bin, { port: databasePort });
  try {
    const args = ['run', 'dev:bank', '--', '--', '--port', String(apiPort)];
    return await whileRunning(args, options, () =>
      inFolder((cwd) => {
        const page = prepare('react-router', cwd);
        installPackages(page);
        return whileRunning(
          ['exec', 'vite'],
          { ...page, env: { ...page.env, PORT: String(apiPort) } },
          async (url) => {
            const cookie = { name: 'user', value: signed('ann', secret) };
            const proof = await connected(url, { cookies: [{ ...cookie, url }] });
            await askTogether(`http://localhost:${apiPort}`, `${cookie.name}=${cookie.value}`);
            return proof;
          },
        );
      }),
    );
  } finally {
    await database.stop();
  }
}

/** Several requests at once share work, which a Worker must not wait for across requests. */
async function askTogether(origin, cookie) {
  const headers = {
    cookie,
    origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'x-flinks-kit': '1',
  };
  const ask = (method, path) =>
    fetch(`${origin}/api/flinks${path}`, { method, headers, ...(method === 'POST' && { body: '{}' }) });
  const [{ id }] = await (await ask('GET', '/connections')).json();
  const answers = await Promise.all([
    ...Array.from({ length: 3 }, () => ask('GET', `/connections/${id}/accounts`)),
    ...Array.from({ length: 2 }, () => ask('POST', `/connections/${id}/refresh`)),
  ]);
  const wrong = answers.find(({ ok }) => !ok);
  if (wrong !== undefined) stop(`${wrong.url} answers ${wrong.status}: ${await wrong.text()}`);
}

/** A cookie as Hono signs it. */
function signed(value, secret) {
  return encodeURIComponent(`${value}.${createHmac('sha256', secret).update(value).digest('base64')}`);
}

function runUnitTests(options) {
  installPackages(options);
  command('npm', ['test'], options);
  command('npm', ['run', 'test:jest'], options);
  installPackages(options, 'jest@29', 'jest-environment-jsdom@29', '@jest/globals@29');
  command('npm', ['run', 'test:jest'], options);
  const jest = createRequire(join(options.cwd, 'package.json'))('jest/package.json').version;
  if (!jest.startsWith('29.')) stop(`Jest 29 was to be tried, and ${jest} was installed.`);
  return 'its tests passed in Vitest 4, Jest 30 and Jest 29';
}

// The example belongs beside an app that `init` was run in.
async function runPlaywright(options) {
  const { cwd } = options;
  return inFolder(async (folder) => {
    const app = createApp('vite', folder, registry);
    for (const file of ['e2e', 'playwright.config.ts'])
      cpSync(join(cwd, file), join(app.cwd, file), { recursive: true });
    const { devDependencies } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
    installPackages(app, '-D', `@playwright/test@${devDependencies['@playwright/test']}`);
    await moveSandbox(app.cwd);
    const port = await freePort();
    const launchOptions = {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    };
    writeFileSync(
      join(app.cwd, 'here.config.ts'),
      `import config from './playwright.config.ts';
export default {
  ...config,
  use: { ...config.use, baseURL: 'http://localhost:${port}', launchOptions: ${JSON.stringify(launchOptions)} },
  webServer: { command: 'npm run dev:bank -- -- --port ${port} --strictPort', url: 'http://localhost:${port}/bank.html' },
};
`,
    );
    const printed = command('npx', ['playwright', 'test', '-c', 'here.config.ts'], app);
    if (!/1 passed/.test(printed)) stop(`Playwright ran no test of the example:\n${printed}`);
    return 'its test passed in Chromium';
  });
}

function installPackages(options, ...packages) {
  command('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], options);
}

async function connected(url, options) {
  const accounts = await connectBank(url, options);
  return options.shows === undefined ? `${accounts} accounts of a bank` : 'a bank is connected';
}

/** Starts a development server by npm, waits for the address that it prints, and ends it after the task. */
async function whileRunning(args, options, task) {
  const app = spawn('npm', args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  // A sentence that ends this process must end the server as well.
  const end = () => void endGroup(app);
  process.once('exit', end);
  let printed = '';
  try {
    const url = await new Promise((resolve, reject) => {
      const read = (chunk) => {
        printed += chunk;
        const [, address] = /(?:Local:\s+|Ready on )(http:\/\/localhost:\d+)/.exec(printed) ?? [];
        if (address !== undefined) resolve(`${address}/`);
      };
      app.stdout.on('data', read);
      app.stderr.on('data', read);
      app.on('exit', (code) => reject(new Error(`It ended with ${code} before it served a page.`)));
      setTimeout(() => reject(new Error('It served no page for two minutes.')), 120_000).unref();
    });
    return await task(url);
  } catch (error) {
    return stop(`${error.message}\nThe servers printed:\n${printed}`);
  } finally {
    await endGroup(app);
    process.off('exit', end);
  }
}

async function inFolder(task) {
  const folder = mkdtempSync(join(tmpdir(), 'flinks-kit-example-'));
  try {
    return await task(folder);
  } finally {
    removeApp(folder);
  }
}

function edit(file, before, after) {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) stop(`${file} has no ${before}.`);
  writeFileSync(file, text.replace(before, after));
}

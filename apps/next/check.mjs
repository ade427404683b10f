// Builds the page from the built packages, starts it, reads its HTML and one route, and opens it in a browser that lives
// in another language and time zone than the server: it has to hydrate without a complaint, and without asking again.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { chromium } from 'playwright';

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
const next = ['node_modules/next/dist/bin/next'];
const options = { cwd: import.meta.dirname, env, stdio: 'inherit' };

const { status } = spawnSync(process.execPath, [...next, 'build'], options);
if (status !== 0) process.exit(1);

const port = await freePort();
const server = spawn(process.execPath, [...next, 'start', '--port', String(port)], options);
const problems = [];
try {
  const page = await ask('/');
  expect(page, 'data-flinks-account-list="ready"', 'The page does not hold the accounts that it prefetched');
  expect(page, 'First Home Savings Account', 'The page names no account of the sample person');

  const connections = await ask('/api/flinks/connections');
  expect(connections, 'FlinksCapital', 'The route does not list the connection');

  problems.push(...(await hydrate()));
} catch (problem) {
  problems.push(problem instanceof Error ? problem.message : String(problem));
} finally {
  server.kill();
}

for (const problem of problems) console.error(`✗ ${problem}`);
if (problems.length === 0)
  console.log('✓ The page has its accounts in its HTML and hydrates, and the route answers.');
process.exitCode = problems.length === 0 ? 0 : 1;

/** What a browser has to complain about. */
async function hydrate() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  try {
    const page = await browser.newPage({ locale: 'fr-FR', timezoneId: 'Asia/Tokyo' });
    const complaints = [];
    page.on('pageerror', ({ message }) => complaints.push(`The page threw: ${message}`));
    page.on('console', (said) => {
      if (['error', 'warning'].includes(said.type())) complaints.push(`The console says: ${said.text()}`);
    });
    page.on('request', (request) => {
      if (request.url().includes('/api/flinks'))
        complaints.push(`What was prefetched is asked for: ${request.url()}`);
    });
    await page.goto(`http://localhost:${port}/`);
    await page.waitForLoadState('networkidle');
    // React is there when the page answers: plain HTML would not explain a badge.
    await page.locator('[data-flinks-eft-button]').first().hover();
    await page.locator('[data-flinks-eft][data-open]').waitFor({ timeout: 10_000 });
    return complaints;
  } finally {
    await browser.close();
  }
}

function expect(text, wanted, otherwise) {
  if (!text.includes(wanted)) problems.push(`${otherwise}: "${wanted}" is not in\n${text.slice(0, 2000)}`);
}

async function ask(path) {
  for (const last = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      const response = await fetch(`http://localhost:${port}${path}`);
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
      return await response.text();
    } catch (problem) {
      // Until it listens, the connection is refused: a TypeError.
      if (!(problem instanceof TypeError) || Date.now() > last) throw problem;
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}

// Builds the page from the built packages, starts it, reads its HTML and one route, and opens it in a browser with another
// language and time zone than the server's: it must hydrate without errors, warnings and requests for prefetched data.
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
  const page = await get('/');
  expect(page, 'data-flinks-account-list="ready"', 'The page does not hold the accounts that it prefetched');
  expect(page, 'First Home Savings Account', 'The page names no account of the sample user');

  const connections = await get('/api/flinks/connections');
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

/** The errors, warnings and needless requests of the page in a browser. */
async function hydrate() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  try {
    const page = await browser.newPage({ locale: 'fr-FR', timezoneId: 'Asia/Tokyo' });
    const found = [];
    page.on('pageerror', ({ message }) => found.push(`The page threw: ${message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) found.push(`The console has: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (request.url().includes('/api/flinks'))
        found.push(`The page requests prefetched data again: ${request.url()}`);
    });
    await page.goto(`http://localhost:${port}/`);
    await page.waitForLoadState('networkidle');
    // HTML from the server has the exact time, and how long ago that is once React has hydrated the page.
    await page.locator('[data-flinks-as-of]', { hasText: 'Updated' }).waitFor({ timeout: 10_000 });
    return found;
  } finally {
    await browser.close();
  }
}

function expect(text, wanted, otherwise) {
  if (!text.includes(wanted)) problems.push(`${otherwise}: "${wanted}" is not in\n${text.slice(0, 2000)}`);
}

async function get(path) {
  for (const last = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      const response = await fetch(`http://localhost:${port}${path}`);
      if (!response.ok) throw new Error(`${path} returned ${response.status}: ${await response.text()}`);
      return await response.text();
    } catch (problem) {
      // Until the server listens, the connection is refused: a TypeError.
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

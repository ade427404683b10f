import { defineConfig } from '@playwright/test';

// The demo takes this port, its sandbox the next two, the sandbox that is tested by itself the two after, and the hosts'
// own the next; none of them is what `npm start` uses. Two checkouts that run at once each name their own.
const port = Number(process.env['E2E_PORT'] ?? 4273);

const report = process.env['LONG_FORMS'] === '1' ? 'e2e-long' : 'e2e';

export default defineConfig({
  projects: [
    { name: 'demo', testDir: 'e2e' },
    {
      name: 'sandbox',
      testDir: '../../packages/sandbox/e2e',
      use: { baseURL: `http://127.0.0.1:${port + 4}` },
    },
  ],
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // A browser on a busy machine may miss a moment once; a test that needs its second try is named in the list.
  retries: process.env['CI'] === undefined ? 0 : 1,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `../../.ci/out/${report}.json` }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-CA',
    // A trace costs each test a quarter of its time: `--trace on` writes one.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--disable-gpu',
        '--disable-quic',
        // Nothing outside this machine can be reached, so a test that needs it fails.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
      ],
    },
  },
  webServer: {
    command: 'node --conditions=@flinks-kit/source --import tsx apps/demo/e2e/serve.ts',
    cwd: '../..',
    env: { PORT: String(port), POLL_MS: '300', COLLECTION_MS: '1000', DATA_DIR: `.data/e2e-${port}` },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import type { Line } from './report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = 4873;
const dataDir = `${root}apps/demo/.data/bench-${port}`;

/** How much the sample app's page of accounts shifts while it loads: its production build, on a CPU four times slower. */
export async function measureLayoutShift(): Promise<readonly Line[]> {
  rmSync(dataDir, { recursive: true, force: true });
  execFileSync(`${root}node_modules/.bin/vite`, ['build', 'apps/demo', '--logLevel', 'error'], { cwd: root });
  const demo = await startDemo();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-quic'],
  });
  try {
    const lines: Line[] = [];
    for (const width of [375, 1280]) {
      lines.push({
        what: `layout shift of the accounts page at ${width} px`,
        figure: await shiftAt(browser, width),
        unit: '',
        budget: 0.1,
      });
    }
    return lines;
  } finally {
    await browser.close();
    demo.kill();
    await once(demo, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startDemo(): Promise<ChildProcess> {
  const args = ['--conditions=@flinks-kit/source', '--import', 'tsx', 'apps/demo/server/main.ts', '--built'];
  const demo = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (printed.includes(`http://localhost:${port}`)) resolve();
    };
    demo.stdout.on('data', read);
    demo.stderr.on('data', read);
    demo.once('exit', () => reject(new Error(`The sample app did not start, and printed: ${printed}`)));
  });
  return demo;
}

async function shiftAt(browser: Browser, width: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(`http://localhost:${port}/accounts`);
  await page.locator('[data-flinks-account-list="ready"]').first().waitFor({ timeout: 60_000 });
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  const shift = await page.evaluate(readLayoutShift);
  await context.close();
  return shift;
}

// Runs in the page: every shift since it began to load.
async function readLayoutShift(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      resolve(list.getEntries().reduce((sum, entry) => sum + Number(Reflect.get(entry, 'value')), 0));
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 2_000);
  });
}

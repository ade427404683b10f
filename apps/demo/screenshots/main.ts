// Takes a picture of each main view in four variants, and the README's two pictures: `npm run screenshots`. With names it
// takes only those views; `states` is everything that waits or fails.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { startDemo } from '../server/startDemo.ts';
import { openApp, type Variant } from './openApp.ts';
import { takeHero } from './takeHero.ts';
import { states } from './states.ts';
import { views } from './views.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const out = `${root}apps/demo/screenshots/out`;
const dataDir = `${root}.data/screenshots`;
const only = process.argv.slice(2);
const wanted =
  only.length === 0
    ? views
    : [...views, ...states].filter(
        (view) => only.includes(view.name) || (only.includes('states') && states.includes(view)),
      );

const variants: readonly Variant[] = [
  { language: 'en', theme: 'light', width: 1280 },
  { language: 'fr', theme: 'dark', width: 1280 },
  { language: 'fr', theme: 'dark', width: 375 },
  { language: 'en', theme: 'light', width: 375 },
];

execFileSync('node_modules/.bin/vite', ['build', 'apps/demo', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(dataDir, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const demo = await startDemo({ port: 4473, dataDir, built: true, pollMs: 300, collectionMs: 1000 });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { name, user, open, fullPage } of wanted) {
    for (const variant of variants) {
      const { page, close, ...app } = await openApp(browser, demo.url, user, variant);
      await open({ page, ...app });
      const file = `${name}-${variant.language}-${variant.theme}-${variant.width}.png`;
      // Rows far below the screen are not painted (content-visibility), so the screen gets as high as the page.
      const height = fullPage ? await page.evaluate(() => document.documentElement.scrollHeight) : 0;
      if (height > 800) await page.setViewportSize({ width: variant.width, height });
      await page.screenshot({ path: `${out}/${file}`, fullPage, animations: 'disabled' });
      await close();
      console.log(file);
    }
  }
  if (only.length === 0 || only.includes('hero')) {
    for (const theme of ['light', 'dark'] as const) {
      const path = `${root}docs/images/hero-${theme}.png`;
      await takeHero(browser, demo.url, theme, path);
      console.log(path.slice(root.length));
    }
  }
} finally {
  await browser.close();
  await demo.close();
}

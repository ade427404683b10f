import { createServer } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import { test as base } from './fixtures.ts';

/**
 * The host fixture in a Chromium whose tabs are really hidden and shown by `page.bringToFront()`. Otherwise Playwright
 * keeps every page of a browser visible and focused.
 */
export const test = base.extend<object, { realTabs: BrowserContext }>({
  realTabs: [
    async ({ playwright, launchOptions }, provide) => {
      const port = await findFreePort();
      const chromium = await playwright.chromium.launch({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`],
      });
      const browser = await playwright.chromium.connectOverCDP(`http://127.0.0.1:${port}`, {
        noDefaults: true,
      });
      const [context] = browser.contexts();
      if (!context) throw new Error('Chromium opened no window, so no tab can be hidden.');
      await provide(context);
      await browser.close();
      await chromium.close();
    },
    { scope: 'worker' },
  ],
  // Each test has a host of its own, so that only cookies and tabs are left for the next.
  context: async ({ realTabs }, provide) => {
    await provide(realTabs);
    await realTabs.clearCookies();
    await Promise.all(realTabs.pages().map((page) => page.close()));
  },
});

export const { expect } = test;

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

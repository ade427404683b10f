import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Lets a page count what it keeps on its window: listeners and timers. */
const countWhatIsKept = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const listeners: [string, unknown][] = [];
    const timers = new Set<number>();
    const add = window.addEventListener.bind(window);
    const remove = window.removeEventListener.bind(window);
    const wait = window.setTimeout.bind(window);
    const stop = window.clearTimeout.bind(window);
    Object.assign(window, {
      addEventListener(...args: Parameters<typeof add>) {
        listeners.push([args[0], args[1]]);
        add(...args);
      },
      removeEventListener(...args: Parameters<typeof remove>) {
        const index = listeners.findIndex(([type, listener]) => type === args[0] && listener === args[1]);
        if (index !== -1) listeners.splice(index, 1);
        remove(...args);
      },
      setTimeout(task: () => void, delay: number) {
        const timer = wait(() => {
          timers.delete(timer);
          task();
        }, delay);
        timers.add(timer);
        return timer;
      },
      clearTimeout(timer: number) {
        timers.delete(timer);
        stop(timer);
      },
      kept: () => ({
        // The types that a session listens to; Playwright listens to others.
        listeners: listeners
          .map(([type]) => type)
          .filter((type) => /^(message|pagehide|visibilitychange|online|offline)$/.test(type))
          .toSorted(),
        timers: timers.size,
        frames: document.querySelectorAll('iframe').length,
      }),
    });
  });

const kept = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'kept')());

test('200 mounts leave no listener, no timer and no frame on the page', async ({ page, host }) => {
  test.slow();
  await countWhatIsKept(page);
  // Neither the server's limit nor the loading of a widget is what is asked about here.
  await page.route('**/api/flinks/sessions', (route) =>
    route.fulfill({ json: { sessionId: 's', connectUrl: `${host.url}/v2/` } }),
  );
  await page.route('**/v2/', (route) => route.fulfill({ body: 'nothing', contentType: 'text/html' }));
  await page.goto(host.url);
  await expect(page.getByRole('button', { name: 'Connect', exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const before = await kept(page);
  const framesSeen = await page.evaluate(async () => {
    const press = async (name: string): Promise<void> => {
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
      await new Promise((resume) => setTimeout(resume));
    };
    let frames = 0;
    for (let time = 0; time < 200; time += 1) {
      // oxlint-disable no-await-in-loop -- one mount after the other
      await press('Connect');
      if (time % 10 === 0) {
        while (!document.querySelector('iframe[src]')) await new Promise((resume) => setTimeout(resume));
        frames += 1;
      }
      await press('Take the widget away');
      await press('Bring the widget back');
      // oxlint-enable no-await-in-loop
    }
    return frames;
  });
  expect(framesSeen).toBe(20);
  await expect.poll(() => kept(page)).toEqual(before);
});

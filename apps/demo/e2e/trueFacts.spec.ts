import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const readsOnly = { scope: 'home' } as const;

/** Holds back the responses to a request until `release` is called. */
const hold = async (page: Page, path: string): Promise<() => void> => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(path, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
};

test.describe('a user whose rent is set up', () => {
  test.use(readsOnly);

  test('the page states no fact before it is loaded', async ({ page }) => {
    const release = await hold(page, '**/api/{rent,flinks/connections}');
    await page.goto('/');
    const rent = page.getByRole('region', { name: 'Your rent' });
    await expect(rent).toContainText('$1,480.00');
    await expect(rent).not.toContainText(/yet|Everyday/);
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(0);

    release();
    await expect(rent).toContainText('Everyday chequing');
    await expect(page.getByRole('link', { name: 'See your accounts' })).toBeVisible();
  });

  test('six accounts of four banks fit into 1,600 px', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/accounts');
    await expect(page.locator('[data-flinks-account-list="ready"]')).toHaveCount(4);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1600);
  });
});

test.describe('a list that fails', () => {
  test.use({ ...readsOnly, tolerated: /status of 500/ });

  for (const path of ['/accounts', '/choose']) {
    test(`${path} shows the failure and a retry, and states nothing untrue`, async ({ page }) => {
      await page.route('**/api/flinks/connections', (route) => route.fulfill({ status: 500, json: {} }));
      await page.goto(path);
      await expect(page.getByRole('alert')).toContainText('Your banks could not be loaded.', {
        timeout: 20_000,
      });
      await expect(page.getByText(/yet/)).toHaveCount(0);
      await expect(page.getByRole('main').getByRole('button')).toHaveText(['Try again']);

      await page.unroute('**/api/flinks/connections');
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByText('Everyday chequing').first()).toBeVisible();
    });
  }
});

test.describe('a rent that fails', () => {
  test.use({ ...readsOnly, tolerated: /status of 500/ });

  test('/choose suggests no account before it is known which one pays', async ({ page }) => {
    await page.route('**/api/rent', (route) => route.fulfill({ status: 500, json: {} }));
    await page.goto('/choose');
    await expect(page.getByRole('alert')).toContainText('Your agreement could not be loaded.', {
      timeout: 20_000,
    });
    await expect(page.getByRole('radio')).toHaveCount(5);
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);

    await page.unroute('**/api/rent');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('radio', { name: /Everyday chequing/ })).toBeChecked();
  });
});

test.describe('offline', () => {
  test.use({ ...readsOnly, tolerated: /ERR_INTERNET_DISCONNECTED/ });

  test('every page shows that there is no connection, until it is back', async ({ page, context }) => {
    await page.goto('/accounts');
    await expect(page.getByText('Everyday chequing').first()).toBeVisible();
    await context.setOffline(true);
    await expect(page.getByText('No internet connection.', { exact: false })).toBeVisible();
    await page.getByRole('link', { name: 'Rent', exact: true }).click();
    await expect(page.getByText('No internet connection.', { exact: false })).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText('No internet connection.', { exact: false })).toBeHidden();
  });
});

test('without JavaScript the page states what it needs', async ({ request }) => {
  const page = await (await request.get('/')).text();
  expect(page).toMatch(/<noscript>[^]*switch JavaScript on[^]*activez JavaScript[^]*<\/noscript>/);
});

test('fonts and all other files come from this machine, and the font loads', async ({ page }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
  await page.goto('/');
  await expect.poll(() => page.evaluate(() => document.fonts.check('16px Geist'))).toBe(true);
  const loaded = await page.evaluate(() =>
    [...document.fonts].map(({ family, status }) => `${family} ${status}`),
  );
  expect(loaded).toEqual(['Geist loaded']);
  expect([...hosts]).toEqual(['localhost']);
});

import type { Page } from '@playwright/test';
import { expect, settle, test } from './fixtures.ts';
import { shownFrame, Widget } from './Widget.ts';

test.describe.configure({ timeout: 60_000 });

const link = async (page: Page, username: string): Promise<void> => {
  const widget = new Widget(page.frameLocator(shownFrame));
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn(username);
  await widget.frame.getByRole('group').getByRole('checkbox').first().check();
  await widget.button('share').click();
  await expect(page.getByRole('heading', { level: 2, name: /Flinks ?Capital/ })).toBeVisible();
  // Flinks deletes no login that it is still reading.
  await expect(page.locator('[data-flinks-account-list="ready"]')).toBeVisible();
};

const leave = async (page: Page): Promise<readonly unknown[]> => {
  const removed = page.waitForResponse(
    (response) => response.request().method() === 'DELETE' && response.url().includes('/api/flinks/'),
  );
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete it all' }).click();
  const outcome: unknown = await (await removed).json();
  await expect(page.getByText('No bank is connected yet.')).toBeVisible();
  return [outcome];
};

test('two users at the same time share a sign-in, and neither sees the other from first link to deletion', async ({
  page: robin,
  browser,
  scope,
  baseURL,
}) => {
  // Nobody in any other test signs in as this one, so that the last owner is known.
  const username = 'chat_gpt';
  const other = await browser.newContext();
  await settle(other, scope, baseURL, 'sacha');
  const sacha = await other.newPage();
  await sacha.goto(`${baseURL}/accounts`);
  await expect(sacha.getByText('No bank is connected yet.')).toBeVisible();

  await link(robin, username);
  await sacha.bringToFront();
  await sacha.reload();
  await expect(sacha.getByText('No bank is connected yet.'), 'Robin’s bank is not Sacha’s').toBeVisible();
  await link(sacha, username);

  expect(await leave(robin), 'Sacha keeps the sign-in at Flinks').toEqual([{ status: 'shared' }]);
  await sacha.reload();
  await expect(sacha.getByRole('heading', { level: 2, name: /Flinks ?Capital/ })).toBeVisible();
  expect(await leave(sacha), 'the last owner takes it along').toEqual([{ status: 'deleted' }]);
  await other.close();
});

test.describe('two tabs', () => {
  // The second tab asks for what is gone, as it must to find out; Chromium writes every 404 down.
  test.use({ tolerated: /status of 404/ });

  test('a bank that is deleted in one tab leaves the other when it is looked at', async ({
    page,
    context,
  }) => {
    await link(page, 'greatday_nomfa');
    const second = await context.newPage();
    await second.goto('/accounts');
    await expect(second.getByRole('heading', { level: 2, name: /Flinks ?Capital/ })).toBeVisible();
    await leave(page);

    // Headless tabs are always in sight, so the look itself is said.
    await second.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(second.getByText('No bank is connected yet.')).toBeVisible();
    await expect(second.getByRole('alert')).toHaveCount(0);
  });
});

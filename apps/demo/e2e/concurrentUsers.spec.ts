import type { Page } from '@playwright/test';
import { expect, settle, test } from './fixtures.ts';
import { finish, shownFrame, Widget } from './Widget.ts';

test.describe.configure({ timeout: 60_000 });

const link = async (page: Page, username: string): Promise<void> => {
  const widget = new Widget(page.frameLocator(shownFrame));
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn(username);
  await widget.frame.getByRole('group').getByRole('checkbox').first().check();
  await widget.button('share').click();
  await finish(page);
  await expect(page.getByRole('heading', { level: 2, name: /Flinks ?Capital/ })).toBeVisible();
  // Flinks deletes no login that it is still reading.
  await expect(page.locator('[data-flinks-account-list="ready"]')).toBeVisible();
};

const leave = async (page: Page): Promise<readonly unknown[]> => {
  const removed = page.waitForResponse(
    (response) => response.request().method() === 'DELETE' && response.url().includes('/api/flinks/'),
  );
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('button', { name: 'Keep everything' })).toBeFocused();
  await page.getByRole('button', { name: 'Delete it all' }).click();
  const outcome: unknown = await (await removed).json();
  await expect(page.getByText('No bank is connected, so there is nothing')).toBeVisible();
  return [outcome];
};

test('two users of one bank login see only their own connection, from first link to deletion', async ({
  page: robin,
  browser,
  scope,
  baseURL,
}) => {
  // No other test signs in with this user, so that the last owner is known.
  const username = 'chat_gpt';
  const other = await browser.newContext();
  await settle(other, scope, baseURL, 'sacha');
  const sacha = await other.newPage();
  await sacha.goto(`${baseURL}/accounts`);
  await expect(sacha.getByText('No bank is connected yet')).toBeVisible();

  await link(robin, username);
  await sacha.bringToFront();
  await sacha.reload();
  await expect(sacha.getByText('No bank is connected yet'), 'Robin’s bank is not Sacha’s').toBeVisible();
  await link(sacha, username);

  expect(await leave(robin), 'Sacha keeps the login at Flinks').toEqual([{ status: 'shared' }]);
  await sacha.reload();
  await expect(sacha.getByRole('heading', { level: 2, name: /Flinks ?Capital/ })).toBeVisible();
  expect(await leave(sacha), 'the last owner’s deletion deletes it').toEqual([{ status: 'deleted' }]);
  await other.close();
});

test.describe('two tabs', () => {
  // The second tab requests the deleted connection; Chromium logs every 404.
  test.use({ tolerated: /status of 404/ });

  test('a bank that is deleted in one tab disappears in the other when that becomes visible', async ({
    page,
    context,
  }) => {
    await link(page, 'greatday_nomfa');
    const second = await context.newPage();
    await second.goto('/accounts');
    await expect(second.getByRole('heading', { level: 2, name: /Flinks ?Capital/ })).toBeVisible();
    await leave(page);

    // Headless tabs are always visible, so the event is dispatched by the test.
    await second.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect(second.getByText('No bank is connected yet')).toBeVisible();
    await expect(second.getByRole('alert')).toHaveCount(0);
  });
});

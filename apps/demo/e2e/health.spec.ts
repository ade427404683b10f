import type { Locator, Page } from '@playwright/test';
import { chooseInMenu } from './chooseInMenu.ts';
import { expect, test } from './demoServerFixture.ts';
import { finish, shownFrame, Widget } from './Widget.ts';

// Four banks, one after the other.
test.describe.configure({ timeout: 90_000 });

const bank = (page: Page, account: string): Locator =>
  page.locator('section.bank').filter({ has: page.getByText(account, { exact: true }) });

const health = (card: Locator): Locator => card.locator('[data-flinks-health]');

test('the seed shows a bank in each state, and each state’s button resolves it', async ({ page }) => {
  await page.goto('/accounts');
  const everyday = bank(page, 'Everyday chequing');
  const stale = bank(page, 'Member chequing');
  const asked = bank(page, 'Joint account');
  const down = bank(page, 'Travel account');
  await expect(page.getByText('Your rent is set up')).toBeVisible();
  await expect(health(everyday)).toHaveText('Up to date');
  await expect(health(stale)).toHaveText('Data is 9 days old');
  await expect(health(asked)).toHaveText('Needs your attention');
  await expect(health(down)).toHaveText('Temporarily unavailable');

  await chooseInMenu(stale, 'Refresh');
  await expect(health(stale)).toHaveText('Being updated');
  await expect(health(stale)).toHaveText('Up to date');
  await down.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(health(down)).toHaveText('Up to date');

  await asked.getByRole('button', { name: 'Reconnect' }).click();
  const widget = new Widget(page.frameLocator(shownFrame));
  await widget.frame.getByRole('textbox').fill('Autumn');
  await widget.button('continue').click();
  await finish(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeVisible();
  await expect(health(asked)).toHaveText('Up to date');
  await expect(page.locator('section.bank'), 'the same connection, reconnected').toHaveCount(4);
});

import type { Locator, Page } from '@playwright/test';
import { chooseInMenu } from './chooseInMenu.ts';
import { expect, test } from './demoServerFixture.ts';
import { finish, shownFrame, Widget } from './Widget.ts';

// A refused refresh is a 503, which Chromium logs.
test.use({ tolerated: /status of 503/ });
test.describe.configure({ timeout: 120_000 });

const health = (card: Locator): Locator => card.locator('[data-flinks-health]');

const faultPreset = async (page: Page, name: string): Promise<void> => {
  const method = name === 'None' ? 'DELETE' : 'POST';
  const changed = page.waitForResponse(
    (response) => response.url().endsWith('/sandbox/faults') && response.request().method() === method,
  );
  await page.getByLabel('Fault preset').selectOption({ label: name });
  await changed;
};

test('a bank that is down, a changed password and blocked access each show what to do', async ({ page }) => {
  await page.goto('/accounts');
  const card = page.locator('section.bank').filter({ hasText: 'Everyday chequing' });
  const refresh = card.getByRole('button', { name: 'Refresh', exact: true });
  await page.getByRole('button', { name: 'Developer panel' }).click();

  await faultPreset(page, 'The bank is down');
  await chooseInMenu(card, 'Refresh');
  await expect(health(card)).toHaveText('Temporarily unavailable');
  await expect(card.getByText('Your bank can’t be reached')).toBeVisible();
  await faultPreset(page, 'The password was changed');
  await expect(card.getByRole('button', { name: /^Refresh again in/ })).toBeVisible();
  await page.getByRole('button', { name: '+ 10 minutes' }).click();
  await refresh.click();
  await expect(health(card)).toHaveText('Needs your attention');

  await faultPreset(page, 'None');
  await card.getByRole('button', { name: 'Reconnect' }).click();
  const widget = new Widget(page.frameLocator(shownFrame));
  await widget.agree();
  await widget.typeCredentials('robin_everyday', 'Everyday');
  await widget.share('Everyday chequing');
  await finish(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeVisible();
  await expect(health(card)).toHaveText('Up to date');

  await faultPreset(page, 'The bank blocked access');
  await page.getByRole('button', { name: '+ 10 minutes' }).click();
  await chooseInMenu(card, 'Refresh');
  await expect(health(card)).toHaveText('Needs your attention');
  await expect(card.getByRole('button', { name: 'Reconnect after contacting your bank' })).toBeVisible();

  await page.getByRole('button', { name: '+ 1 day' }).click();
  const aged = page.locator('section.bank').filter({ hasText: 'Member chequing' });
  await expect(health(aged), 'ages are counted by the sandbox’s clock').toHaveText('Data is 10 days old');

  await faultPreset(page, 'Slow: five seconds per answer');
  await chooseInMenu(card, 'Delete connection');
  await card.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(health(card)).toHaveText('Being deleted');
  await expect(card).toHaveCount(0);
  await expect(page.getByText('Your rent is set up'), 'the plan is deleted with its bank').toBeHidden();
});

test('a scenario plays in the next window, and webhooks are listed and sent again', async ({ page }) => {
  await page.goto('/connect');
  await page.getByRole('button', { name: 'Developer panel' }).click();
  await page.getByLabel('Scenario').selectOption('consent-denied');
  await expect(page.getByText('The user refuses consent.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Connect your bank' }).click();
  await expect(page.getByText('You did not agree to share')).toBeVisible();
  await expect(page.getByLabel('Scenario'), 'for one window only').toHaveValue('');

  const deliveries = page.getByRole('region', { name: 'HTTP calls' }).getByRole('listitem');
  await page.goto('/accounts');
  await chooseInMenu(page.locator('section.bank').filter({ hasText: 'Member chequing' }), 'Refresh');
  await page.getByLabel('Which calls').selectOption('Webhooks');
  await expect(deliveries.filter({ hasText: /POST GetAccountsDetail\s*200/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Resend the last webhook' }).click();
  await expect(deliveries.filter({ hasText: /POST GetAccountsDetail\s*200/ })).toHaveCount(2);
});

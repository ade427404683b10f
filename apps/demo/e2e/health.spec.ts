import type { Locator, Page } from '@playwright/test';
import { expect, test } from './ownDemoFixture.ts';
import { Widget } from './Widget.ts';

// Every state in which a connection can be, one after the other.
test.describe.configure({ timeout: 120_000 });
// A refused refresh is a 503, which Chromium writes down.
test.use({ tolerated: /status of 503/ });

const bank = (page: Page, account: string): Locator =>
  page.locator('section.bank').filter({ has: page.getByText(account, { exact: true }) });

const health = (card: Locator): Locator => card.locator('[data-flinks-health]');

const weather = async (page: Page, name: string): Promise<void> => {
  const changed = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByLabel('Weather').selectOption({ label: name });
  await changed;
};

test('the first start shows a bank in each state, and every state is left by its button', async ({
  page,
}) => {
  await page.goto('/accounts');
  const everyday = bank(page, 'Everyday chequing');
  const stale = bank(page, 'Member chequing');
  const asked = bank(page, 'Joint account');
  const down = bank(page, 'Travel account');
  await expect(page.getByText('Your rent is set up')).toBeVisible();
  await expect(health(everyday)).toHaveText('Up to date');
  await expect(health(stale)).toHaveText('Data is 9 days old');
  await expect(health(asked)).toHaveText('Needs you');
  await expect(health(down)).toHaveText('Not available just now');

  await stale.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(health(stale)).toHaveText('Being updated');
  await expect(health(stale)).toHaveText('Up to date');
  await down.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(health(down)).toHaveText('Up to date');

  await asked.getByRole('button', { name: 'Reconnect' }).click();
  const widget = new Widget(page.frameLocator('iframe'));
  await widget.frame.getByRole('textbox').fill('Autumn');
  await widget.button('continue').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeVisible();
  await expect(health(asked)).toHaveText('Up to date');
  await expect(page.locator('section.bank'), 'mended, not made anew').toHaveCount(4);
});

test('a bank goes down, a password is changed, an access is closed: each is told with what to do', async ({
  page,
}) => {
  await page.goto('/accounts');
  const card = bank(page, 'Everyday chequing');
  const refresh = card.getByRole('button', { name: 'Refresh', exact: true });
  await page.getByRole('button', { name: 'Developer drawer' }).click();

  await weather(page, 'The bank is down');
  await refresh.click();
  await expect(health(card)).toHaveText('Not available just now');
  await expect(card.getByText('Your bank can’t be reached')).toBeVisible();
  await weather(page, 'The password was changed');
  await page.getByRole('button', { name: '+ 10 minutes' }).click();
  await refresh.click();
  await expect(health(card)).toHaveText('Needs you');

  await weather(page, 'Fair: all is well');
  await card.getByRole('button', { name: 'Reconnect' }).click();
  const widget = new Widget(page.frameLocator('iframe'));
  await widget.agree();
  await widget.typeCredentials('robin_everyday', 'Everyday');
  await widget.share();
  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeVisible();
  await expect(health(card)).toHaveText('Up to date');

  await weather(page, 'The bank closed the access');
  await page.getByRole('button', { name: '+ 10 minutes' }).click();
  await refresh.click();
  await expect(health(card)).toHaveText('Needs you');
  await expect(refresh, 'nothing to press: only the bank can open it again').toBeHidden();

  await weather(page, 'Slow: five seconds per answer');
  await card.getByRole('button', { name: 'Delete connection' }).click();
  await card.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(health(card)).toHaveText('Being deleted');
  await expect(card).toHaveCount(0);
  await expect(page.getByText('Your rent is set up'), 'the plan goes with its bank').toBeHidden();
});

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { finish } from './Widget.ts';

const begin = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
};

/** Counts the sessions that the page opens, and lets `spoil` change the first `times` connect URLs. */
const spoilAddresses = async (
  page: Page,
  times: number,
  spoil: (address: URL) => void,
): Promise<{ readonly count: () => number }> => {
  let count = 0;
  await page.route('**/api/flinks/sessions', async (route) => {
    count += 1;
    const response = await route.fetch();
    const opened: { connectUrl: string } = await response.json();
    const address = new URL(opened.connectUrl);
    if (count <= times) spoil(address);
    await route.fulfill({ response, json: { ...opened, connectUrl: address.href } });
  });
  return { count: () => count };
};

const spendToken = (address: URL): void =>
  address.searchParams.set('authorizeToken', '00000000-0000-4000-8000-000000000000');

test('a token that Flinks refuses is replaced once without the user noticing', async ({ page, widget }) => {
  const sessions = await spoilAddresses(page, 1, spendToken);
  await begin(page);
  await widget.signIn('greatday_nomfa');
  await widget.share('Chequing CAD');
  await finish(page);

  await expect(page.getByText('Chequing CAD')).toBeVisible();
  expect(sessions.count()).toBe(2);
});

test('a second refused token ends the session, with one button that starts over', async ({
  page,
  widget,
}) => {
  const sessions = await spoilAddresses(page, 2, spendToken);
  await begin(page);

  await expect(page.getByText('The secure connection expired', { exact: false })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(sessions.count()).toBe(2);
  await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click();
  await expect(widget.button('agree')).toBeVisible();
});

test('a failure that the user dismisses is not called an interruption', async ({ page }) => {
  await spoilAddresses(page, 2, spendToken);
  await begin(page);
  await expect(page.getByText('The secure connection expired', { exact: false })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await expect(page.getByText('Ready when you are')).toBeVisible();
  await expect(page.getByText('interrupted', { exact: false })).toBeHidden();
});

test('a lost network shows a notice, and the widget keeps its place when it is back', async ({
  page,
  context,
  widget,
}) => {
  await begin(page);
  await widget.agree();
  await widget.chooseBank();
  // A message that is still on its way would prove that there is a network.
  await expect(widget.button('signIn')).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline', { exact: false })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline', { exact: false })).toBeHidden();

  await expect(widget.button('signIn')).toBeVisible();
});

test('too many wrong passwords end the session with a text about the bank', async ({ page, widget }) => {
  await spoilAddresses(page, 1, (address) => address.searchParams.set('maximumRetry', '1'));
  await begin(page);
  await widget.signIn('greatday_nomfa', 'Yesterday');
  await widget.retry();
  await widget.typeCredentials('greatday_nomfa', 'Yesterday');

  await expect(page.getByText('Too many tries')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('a blocked bank window shows a notice at the widget, which stays', async ({ page, widget }) => {
  // Runs in every frame: what a browser that blocks pop-ups gives back.
  await page.addInitScript(() => Object.defineProperty(window, 'open', { value: () => null }));
  await begin(page);
  await widget.agree();
  await widget.frame.getByRole('button', { name: 'Rideau Trust' }).click();
  await widget.frame.getByRole('button', { name: 'Open my bank' }).click();

  await expect(page.getByText('Your browser blocked your bank’s window', { exact: false })).toBeVisible();
  await expect(page.locator('iframe')).toBeVisible();
});

import { expect, test } from '@playwright/test';

test('a user connects a bank and sees the accounts', async ({ page }) => {
  await page.goto('/bank.html');
  await page.getByRole('button', { name: 'Connect your bank' }).click();

  // The sandbox's widget is on another origin than the page, as Flinks' is.
  const widget = page.frameLocator('[data-flinks-connect="active"] [data-flinks-frame]');
  await widget.getByRole('button', { name: 'I agree' }).click();
  await widget.getByRole('button', { name: /Flinks ?Capital/ }).click();
  await widget.getByLabel('Username').fill('greatday_nomfa');
  await widget.getByLabel('Password').fill('Everyday');
  await widget.getByRole('button', { name: 'Sign in' }).click();
  await widget.getByLabel(/Chequing CAD/).check();
  await widget.getByRole('button', { name: 'Share' }).click();

  await expect(page.locator('[data-flinks-account-row]')).toHaveCount(1);
});

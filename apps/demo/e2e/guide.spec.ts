import { expect, test } from '@playwright/test';

// The guide on testing shows this file. Start your app with the sandbox in place of Flinks, as here.
test('a user connects a bank and sees the account', async ({ page, context, baseURL }) => {
  // Sign in as your app requires; the sample app reads the user from cookies.
  await context.addCookies([{ name: 'fernhill-scope', value: crypto.randomUUID(), url: String(baseURL) }]);
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();

  const bank = page.frameLocator('iframe');
  await bank.getByRole('button', { name: 'I agree' }).click();
  await bank.getByRole('button', { name: 'Flinks Capital' }).click();
  await bank.getByLabel('Username').fill('greatday_nomfa');
  await bank.getByLabel('Password').fill('Everyday');
  await bank.getByRole('button', { name: 'Sign in' }).click();
  await bank.getByLabel(/Chequing CAD/).check();
  await bank.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Done' }).click();

  await expect(page.getByText('Chequing CAD')).toBeVisible();
});

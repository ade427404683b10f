import type { Page } from '@playwright/test';
import { chooseInMenu } from './chooseInMenu.ts';
import { expect, test } from './fixtures.ts';
import { connectBank } from './Widget.ts';

const link = async (page: Page): Promise<void> => {
  await connectBank(page, 'greatday_nomfa', 'Chequing CAD', 'Chequing US');
  await expect(page.locator('[data-flinks-account-list="ready"]')).toBeVisible();
};

test('a user chooses the account that suits a debit, reads the agreement in both languages, and agrees, also offline; cancelling and deleting the bank end the plan', async ({
  page,
  context,
}) => {
  await link(page);
  await page.getByRole('link', { name: 'Choose the account' }).click();
  await expect(
    page.getByRole('radio', { name: /Chequing CAD/ }),
    'the most suitable account is suggested',
  ).toBeChecked();
  await expect(page.getByRole('radio'), 'an account in US dollars can’t be chosen').toHaveCount(1);

  await page.getByRole('button', { name: 'Review the agreement' }).click();
  await expect(page.getByText(/debit Chequing CAD ••••\s1000 on the first/)).toBeVisible();
  await page.getByText('Lire cet accord en français').click();
  await expect(page.getByText(/débiter Chequing CAD ••••\s1000 le premier/)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio', { name: /Chequing CAD/ })).toBeChecked();
  await page.goForward();
  await page.reload();
  await expect(page.getByText(/debit Chequing CAD ••••\s1000 on the first/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'I agree' })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByText('This is sent when your connection is back.', { exact: false })).toBeVisible();
  await context.setOffline(false);

  await expect(page.getByRole('heading', { level: 1, name: 'You’re all set' })).toBeFocused();
  await expect(page.getByText(/\$1,480\.00 will be debited from Chequing CAD ••••\s1000/)).toBeVisible();
  await page.getByRole('link', { name: 'See your accounts' }).click();
  await expect(page.getByText('Your rent is set up')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your rent' })).toContainText('Chequing CAD •••• 1000');

  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText(/debited from Chequing CAD ••••\s1000 on the first/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the agreement' }).click();
  await page.getByRole('button', { name: 'Cancel it' }).click();
  await expect(page.getByRole('heading', { name: 'Your agreement' })).toBeHidden();
  await page.getByRole('link', { name: 'Accounts', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Your rent' })).toContainText('No account chosen yet');

  await chooseInMenu(page, 'Delete connection');
  await page
    .getByRole('group', { name: /Delete the connection to/ })
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  await expect(page.getByText('No bank is connected yet')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your rent' })).toContainText('No bank connected yet');
});

test('two users of one browser never see each other’s bank', async ({ page }) => {
  await link(page);
  await page.getByRole('combobox', { name: 'User' }).selectOption('Sacha');
  await expect(page.getByRole('heading', { level: 1, name: 'Rent, paid on the first.' })).toBeVisible();
  await expect(page.getByText('No bank connected yet')).toBeVisible();
  await page.goto('/accounts');
  await expect(page.getByText('No bank is connected yet')).toBeVisible();

  await page.getByRole('combobox', { name: 'User' }).selectOption('Robin');
  await page.getByRole('link', { name: 'See your accounts' }).click();
  await expect(page.getByText('Chequing CAD')).toBeVisible();
});

import type { Page } from '@playwright/test';
import { chooseInMenu } from './chooseInMenu.ts';
import { expect, test } from './fixtures.ts';
import type { Widget } from './Widget.ts';

const link = async (page: Page, widget: Widget): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn('greatday_nomfa');
  await widget.share('Chequing CAD', 'Chequing US');
  await expect(page.getByText('Chequing CAD')).toBeVisible();
  await expect(page.locator('[data-flinks-account-list="ready"]')).toBeVisible();
};

test('a user chooses the account that suits a debit, reads the agreement in both languages, and agrees', async ({
  page,
  widget,
}) => {
  await link(page, widget);
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
  await page.getByRole('button', { name: 'I agree' }).click();

  await expect(page.getByText('Your rent is set up')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your rent' })).toContainText('Chequing CAD •••• 1000');
});

test('two users of one browser never see each other’s bank', async ({ page, widget }) => {
  await link(page, widget);
  await page.getByRole('combobox', { name: 'User' }).selectOption('Sacha');
  await expect(page.getByRole('heading', { level: 1, name: 'Rent, paid on the first.' })).toBeVisible();
  await expect(page.getByText('No bank connected yet')).toBeVisible();
  await page.goto('/accounts');
  await expect(page.getByText('No bank is connected yet.')).toBeVisible();

  await page.getByRole('combobox', { name: 'User' }).selectOption('Robin');
  await page.getByRole('link', { name: 'See your accounts' }).click();
  await expect(page.getByText('Chequing CAD')).toBeVisible();
});

test('deleting a connection deletes the rent plan with it', async ({ page, widget }) => {
  await link(page, widget);
  await page.getByRole('link', { name: 'Choose the account' }).click();
  await page.getByRole('button', { name: 'Review the agreement' }).click();
  await page.getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByRole('region', { name: 'Your rent' })).toContainText('Chequing CAD');

  await chooseInMenu(page, 'Delete connection');
  await page
    .getByRole('group', { name: /Delete the connection to/ })
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  await expect(page.getByText('No bank is connected yet.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Your rent' })).toContainText('No bank connected yet');
});

import { expect, test } from './fixtures.ts';

const everyGroup = ['Chequing CAD', 'Chequing US', 'Credit card', 'Investments'] as const;

test('a user connects a bank that asks a question, and sees the shared accounts in their groups', async ({
  page,
  widget,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn('Greatday');
  await widget.answer();
  await widget.share(...everyGroup);

  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeFocused();
  for (const group of ['Operations', 'Credits', 'Products']) {
    await expect(page.getByRole('heading', { name: new RegExp(group) })).toBeVisible();
  }
  await expect(page.getByText('Chequing CAD')).toBeVisible();
  await expect(page.getByText('$50,000.00').first()).toBeVisible();
  await expect(page.getByText('Line of Credit'), 'an account that was not shared').toHaveCount(0);
});

test('the widget shows a wrong password, and the right one then connects the bank', async ({
  page,
  widget,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn('greatday_nomfa', 'Yesterday');
  await expect(page.getByText('Your bank did not accept that')).toBeVisible();
  await widget.retry();
  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');

  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeVisible();
  await expect(page.getByText('Chequing CAD')).toBeVisible();
});

test('a connected bank is still there after a reload', async ({ page, widget }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn('greatday_nomfa');
  await widget.share('Chequing CAD');
  await expect(page.getByText('Chequing CAD')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Chequing CAD')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /Flinks ?Capital/ })).toHaveCount(1);
});

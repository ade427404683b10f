import { expect, test } from './fixtures.ts';
import { finish } from './Widget.ts';

const everyGroup = ['Chequing CAD', 'Chequing US', 'Credit card', 'Investments'] as const;

test('a user connects a bank that asks a question, sees the moment of success, and the shared accounts in their groups', async ({
  page,
  widget,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn('Greatday');
  await widget.answer();
  await widget.share(...everyGroup);

  const success = page.getByRole('dialog');
  await expect(success.getByRole('heading', { name: /is connected$/ })).toBeVisible();
  await expect(success.getByRole('button', { name: 'Done' })).toBeFocused();
  await finish(page);

  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeFocused();
  for (const group of ['Chequing and savings', 'Cards and loans', 'Savings plans']) {
    await expect(page.getByRole('heading', { name: new RegExp(group) })).toBeVisible();
  }
  await expect(page.getByText('Chequing CAD')).toBeVisible();
  await expect(page.getByText('$50,000.00').first()).toBeVisible();
  await expect(page.getByText('Line of Credit'), 'an account that was not shared').toHaveCount(0);
});

test('the widget shows a wrong password, the right one then connects the bank, which stays after a reload', async ({
  page,
  widget,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.signIn('greatday_nomfa', 'Yesterday');
  await expect(page.getByRole('status').filter({ hasText: 'This attempt did not succeed.' })).toBeVisible();
  await widget.retry();
  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');
  await finish(page);

  await expect(page.getByText('Chequing CAD')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Chequing CAD')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /Flinks ?Capital/ })).toHaveCount(1);
});

test('a bank that is chosen on the page opens at its sign-in', async ({ page, widget }) => {
  await page.goto('/connect');
  await page.getByRole('searchbox').fill('wheat');
  await page.getByRole('button', { name: 'Prairie Wheat Credit Union' }).click();
  await widget.agree();
  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');
  await finish(page);
  await expect(page.getByRole('heading', { level: 2, name: 'Prairie Wheat Credit Union' })).toBeVisible();
});

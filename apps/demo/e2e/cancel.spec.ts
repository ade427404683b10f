import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { finish } from './Widget.ts';

const begin = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
};

test('closing the widget ends the session as closed, and the user can try again', async ({
  page,
  widget,
}) => {
  // The sample app leaves out Flinks' own button, since the dialog has one.
  await page.route('**/api/flinks/sessions', async (route) => {
    const response = await route.fetch();
    const opened: { connectUrl: string } = await response.json();
    const address = new URL(opened.connectUrl);
    address.searchParams.set('closeEnable', 'true');
    await route.fulfill({ response, json: { ...opened, connectUrl: address.href } });
  });
  await begin(page);
  await widget.agree();
  await widget.close();

  await expect(page.getByText('You closed the window')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();

  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(widget.button('agree')).toBeVisible();
});

test('refusing consent ends the session without blame', async ({ page, widget }) => {
  await begin(page);
  await widget.refuse();
  await expect(page.getByText('You did not agree to share')).toBeVisible();
});

test('the dialog’s own button ends the session, and asks first once the user has begun', async ({
  page,
  widget,
}) => {
  await begin(page);
  const close = page.getByRole('dialog').getByRole('button', { name: 'Close' });
  await expect(widget.button('agree')).toBeVisible();
  await close.click();
  await expect(page.getByText('You closed the window')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);

  await page.getByRole('button', { name: 'Try again' }).click();
  await widget.agree();
  await widget.chooseBank();
  await close.click();
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(widget.button('signIn')).toBeVisible();
  await close.click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('You closed the window')).toBeVisible();
});

test('a reload during the session shows an interruption, with one button that starts over', async ({
  page,
  widget,
}) => {
  await begin(page);
  await widget.signIn('Greatday');
  await expect(widget.frame.getByRole('heading', { name: 'Answer your bank’s question' })).toBeVisible();
  await page.reload();

  await expect(page.getByText('Your attempt was interrupted')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(1);
  await page.getByRole('button', { name: 'Try again' }).click();
  await widget.signIn('greatday_nomfa');
  await widget.share('Chequing CAD');
  await finish(page);

  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /Flinks ?Capital/ }), 'no duplicate').toHaveCount(
    1,
  );
});

test('Back leaves the widget for the first page; a new click opens a new one', async ({ page, widget }) => {
  await begin(page);
  await expect(widget.button('agree')).toBeVisible();
  await page.goBack();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rent, paid on the first.');
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await expect(widget.button('agree')).toBeVisible();
});

import type { Page } from '@playwright/test';
import type { Widget } from '../Widget.ts';
import type { Host } from './Host.ts';
import { expect, test } from './fixtures.ts';

const ends = (page: Page) => page.getByRole('list', { name: 'Ends' }).getByRole('listitem');
const opener = (page: Page) => page.getByRole('button', { name: 'Connect', exact: true });
const closer = (page: Page) => page.getByRole('button', { name: 'Close', exact: true });

/** Opens the dialog by keyboard, on a page that scrolls and has set its own overflow. */
const openByKeyboard = async (page: Page, host: Host, search = '?as=dialog'): Promise<void> => {
  await page.goto(`${host.url}/${search}`);
  await page.evaluate(() => {
    document.body.style.minHeight = '300vh';
    document.documentElement.style.overflow = 'auto clip';
    scrollTo(0, 40);
  });
  await opener(page).focus();
  await page.keyboard.press('Enter');
};

const overflowOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).overflow);

/** Done with something that leaving would lose. */
const chooseBank = async (page: Page, widget: Widget): Promise<void> => {
  await widget.agree();
  await widget.chooseBank();
  await expect(page.getByLabel('Session')).toHaveText('credentials');
};

for (const where of ['?as=dialog', '?as=dialog-in-dialog']) {
  test(`focus goes in and comes back, and the page scrolls as before: ${where}`, async ({
    page,
    host,
    widget,
  }) => {
    await openByKeyboard(page, host, where);
    await expect(closer(page)).toBeFocused();
    expect(await overflowOf(page)).toContain('hidden');
    await expect(widget.button('agree')).toBeVisible();
    await page.keyboard.press('Escape');

    await expect(ends(page)).toHaveText(['closed']);
    await expect(opener(page)).toBeFocused();
    expect(await overflowOf(page)).toBe('auto clip');
    expect(await page.evaluate(() => scrollY)).toBe(40);
    await expect(page.getByRole('dialog')).toHaveCount(where === '?as=dialog' ? 0 : 1);
  });
}

test('Esc asks before it drops a session under way', async ({ page, host, widget }) => {
  await openByKeyboard(page, host);
  await chooseBank(page, widget);
  await closer(page).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused();
  await expect(widget.frame.getByLabel('Username'), 'the widget is where it was').toBeVisible();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(closer(page)).toBeFocused();
  await expect(page.getByLabel('Session')).toHaveText('credentials');
});

test('however often Esc is pressed, the user stays: only the question lets go', async ({
  page,
  host,
  widget,
}) => {
  await openByKeyboard(page, host);
  await chooseBank(page, widget);
  await closer(page).focus();
  // No call to the page in between: it would count as a user's gesture, and browsers force a dialog closed without one.
  for (let pressed = 0; pressed < 5; pressed++) await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(ends(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(ends(page)).toHaveText(['closed']);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
});

test('keys that are pressed in the frame never reach the page: the close button is always there', async ({
  page,
  host,
  widget,
}) => {
  await openByKeyboard(page, host);
  await chooseBank(page, widget);
  await widget.frame.getByLabel('Username').press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(closer(page)).toBeVisible();
  await closer(page).click();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(ends(page)).toHaveText(['closed']);
});

test('a dialog whose session connected closes by its one button and gives the focus back', async ({
  page,
  host,
  widget,
}) => {
  await openByKeyboard(page, host);
  await chooseBank(page, widget);
  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');
  await expect(ends(page)).toHaveText([/^connected /]);
  await expect(page.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
});

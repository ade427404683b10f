import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Widget } from './Widget.ts';

const expectAccessible = async (page: Page): Promise<void> => {
  // Otherwise axe ends in a tab of its own, after which Chromium sends clicks into the frame nowhere.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }))).toEqual([]);
};

const expectNoSideways = async (page: Page): Promise<void> => {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, 'nothing reaches past the edge').toBe(client);
};

for (const { theme, width } of [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 320 },
] as const) {
  test(`every state passes axe and fits: ${theme}, ${width} px`, async ({ page, widget }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 900 });
    const check = async (): Promise<void> => {
      await expectAccessible(page);
      await expectNoSideways(page);
    };

    await page.goto('/');
    await check();
    await page.getByRole('button', { name: 'Connect your bank' }).click();
    await expect(widget.button('agree')).toBeVisible();
    await check();
    await widget.close();
    await expect(page.getByText('You closed the window')).toBeVisible();
    await check();
    await page.reload();
    await expect(page.getByText('Your attempt was interrupted')).toBeVisible();
    await check();
    await page.getByRole('button', { name: 'Try again' }).click();
    await widget.signIn('greatday_nomfa');
    await widget.share('Chequing CAD', 'Credit card');
    await expect(page.getByText('Chequing CAD')).toBeVisible();
    await check();
  });
}

test.describe('in French', () => {
  test.use({ locale: 'fr-CA' });

  test('the whole way is French, the window included, and fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    const widget = new Widget(page.frameLocator('iframe'), 'fr');
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA');
    await page.getByRole('button', { name: 'Connecter ma banque' }).click();
    await widget.signIn('greatday_nomfa');
    await widget.share('Chequing CAD');

    await expect(page.getByRole('heading', { level: 1, name: 'Vos comptes' })).toBeVisible();
    await expect(page.getByText(/50\s000,00\s\$/).first()).toBeVisible();
    await expectNoSideways(page);
    await expectAccessible(page);
  });
});

test('switching the language mid-way keeps the session in the window', async ({ page, widget }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.agree();
  await expect(widget.frame.getByRole('button', { name: /Flinks ?Capital/ })).toBeVisible();
  await page.getByRole('button', { name: /français/i }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Connecter ma banque' })).toBeVisible();
  await expect(widget.frame.getByRole('button', { name: /Flinks ?Capital/ })).toBeVisible();
});

test('the keyboard alone links a bank', async ({ page, widget }) => {
  const reach = async (target: Locator): Promise<void> => {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < 40; presses += 1) {
      if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  const press = async (target: Locator, key = 'Enter'): Promise<void> => {
    await reach(target);
    await page.keyboard.press(key);
  };
  const type = async (label: string, text: string): Promise<void> => {
    await reach(widget.frame.getByLabel(label));
    await page.keyboard.type(text);
  };

  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' }), 'the first stop').toBeFocused();
  await press(page.getByRole('button', { name: 'Connect your bank' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Connect your bank' })).toBeFocused();
  await press(widget.button('agree'));
  await press(widget.button('close'));
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
  await page.keyboard.press('Enter');

  await press(widget.button('agree'));
  await press(widget.frame.getByRole('button', { name: /Flinks ?Capital/ }));
  await type('Username', 'greatday_nomfa');
  await type('Password', 'Everyday');
  await press(widget.button('signIn'));
  await press(widget.frame.getByLabel(/Chequing CAD/), 'Space');
  await press(widget.button('share'));
  await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeFocused();
  await expect(page.getByText('Chequing CAD')).toBeVisible();
});

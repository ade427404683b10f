import type { Locator } from '@playwright/test';
import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './fixtures.ts';
import { shownFrame, Widget } from './Widget.ts';

test.describe('in French', () => {
  test.use({ locale: 'fr-CA' });

  test('every page is French, the widget included, and fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    const widget = new Widget(page.frameLocator(shownFrame), 'fr');
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA');
    await page.getByRole('button', { name: 'Connecter ma banque' }).click();
    await widget.signIn('greatday_nomfa');
    await widget.share('Chequing CAD');

    await expect(page.getByRole('heading', { level: 1, name: 'Vos comptes' })).toBeVisible();
    await expect(page.getByText(/50\s000,00\s\$/).first()).toBeVisible();
    await expectAccessible(page);
  });
});

test('switching the language keeps the session', async ({ page, widget }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.agree();
  await expect(widget.frame.getByRole('button', { name: /Flinks ?Capital/ })).toBeVisible();
  await page.getByRole('button', { name: /français/i }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Connecter ma banque' })).toBeVisible();
  await expect(widget.frame.getByRole('button', { name: /Flinks ?Capital/ })).toBeVisible();
});

// Every step is a press of Tab.
test.describe('by keyboard', () => {
  test.describe.configure({ timeout: 90_000 });

  test('the keyboard alone connects a bank, sets up the rent, and deletes everything', async ({
    page,
    widget,
  }) => {
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
    await expect(page.locator('[data-flinks-account-list="ready"]')).toBeVisible();

    await press(page.getByRole('link', { name: 'Choose the account' }));
    await press(page.getByRole('radio', { name: /Chequing CAD/ }), 'Space');
    await press(page.getByRole('button', { name: 'Review the agreement' }));
    await press(page.getByRole('button', { name: 'I agree' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Your accounts' })).toBeFocused();
    await expect(page.getByText('Your rent is set up')).toBeVisible();
    await press(page.getByRole('button', { name: 'Developer panel' }));
    await press(page.getByRole('button', { name: 'Clear' }));
    await press(page.getByRole('button', { name: 'Delete everything' }));
    await expect(page.getByRole('button', { name: 'Keep everything' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Delete everything' })).toBeFocused();
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: 'Delete it all' }));
    await expect(page.getByText('No bank is connected yet.')).toBeVisible();
  });
});

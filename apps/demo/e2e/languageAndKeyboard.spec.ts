import type { Locator } from '@playwright/test';
import { en } from '../src/text/en.ts';
import { fr } from '../src/text/fr.ts';
import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './fixtures.ts';
import { isLongForm } from './longForms.ts';
import { shownFrame, Widget, dialogWords, widgetWords } from './Widget.ts';

test('switching the language keeps the session', async ({ page, widget }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await widget.agree();
  await expect(widget.frame.getByRole('button', { name: /Flinks ?Capital/ })).toBeVisible();
  // The page behind the dialog cannot be reached by hand; an app may change the language by itself.
  await page.getByLabel(/français/i).dispatchEvent('click');

  await expect(page.getByRole('dialog', { name: 'Connectez votre banque' })).toBeVisible();
  await expect(widget.frame.getByRole('button', { name: /Flinks ?Capital/ })).toBeVisible();
});

const kitWords = {
  en: { refresh: 'Refresh', upToDate: 'Up to date' },
  fr: { refresh: 'Actualiser', upToDate: 'À jour' },
} as const;

// The short form is the longer language on the narrower page.
const pages = [
  { language: 'fr', width: 320 },
  { language: 'en', width: 1280 },
] as const;

// Every step is a press of Tab.
for (const { language, width } of isLongForm ? pages : pages.slice(0, 1)) {
  test.describe(`by keyboard, in ${language} at ${width} px`, () => {
    test.describe.configure({ timeout: 120_000 });
    test.use({ locale: `${language}-CA` });

    test('a user connects a bank, sets up the rent, refreshes, and deletes everything', async ({ page }) => {
      const text = language === 'fr' ? fr : en;
      const words = { ...widgetWords[language], ...dialogWords[language], ...kitWords[language] };
      const widget = new Widget(page.frameLocator(shownFrame), language);
      const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
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
      const type = async (label: string, typed: string): Promise<void> => {
        await reach(widget.frame.getByLabel(label));
        await page.keyboard.type(typed);
      };
      const heading = page.getByRole('heading', { level: 1 });
      await page.setViewportSize({ width, height: 900 });

      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', `${language}-CA`);
      await expect(button(text.welcome.connect)).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name: text.skip }), 'the first stop').toBeFocused();
      await press(button(text.welcome.connect));
      await expect(widget.button('agree')).toBeVisible();
      await press(page.getByRole('dialog').getByRole('button', { name: words.close }));
      await expect(button(text.connect.again)).toBeFocused();
      await page.keyboard.press('Enter');

      await press(widget.button('agree'));
      await press(widget.frame.getByRole('button', { name: /Flinks ?Capital/ }));
      await type(words.username, 'greatday_nomfa');
      await type(words.password, 'Everyday');
      await press(widget.button('signIn'));
      await press(widget.frame.getByLabel(/Chequing CAD/), 'Space');
      await press(widget.button('share'));
      await expect(page.getByRole('dialog').getByRole('button', { name: words.done })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(heading).toHaveText(text.accounts.heading);
      await expect(heading).toBeFocused();
      await expect(page.locator('[data-flinks-account-list="ready"]')).toBeVisible();
      await expectAccessible(page);

      await press(page.getByRole('link', { name: text.rent.choose }));
      await press(page.getByRole('radio', { name: /Chequing CAD/ }), 'Space');
      await press(button(text.choose.next));
      await press(button(text.agreement.agree));
      await expect(heading).toHaveText(text.agreement.agreed.title);
      await expect(heading).toBeFocused();
      await expectAccessible(page);
      await press(page.getByRole('link', { name: text.connect.accounts }));
      await expect(page.getByText(text.rent.ready)).toBeVisible();

      await press(page.locator('[data-flinks-menu-button]'));
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      // Flinks allows the next refresh only after a while.
      await expect(page.getByRole('menuitem', { name: words.refresh, exact: true })).toBeVisible({
        timeout: 30_000,
      });
      await page.keyboard.press('Home');
      await expect(page.getByRole('menuitem', { name: words.refresh, exact: true })).toBeFocused();
      const refreshed = page.waitForResponse('**/refresh');
      await page.keyboard.press('Enter');
      expect((await refreshed).ok()).toBe(true);
      await expect(page.getByText(words.upToDate, { exact: true })).toBeVisible();
      await press(page.getByRole('link', { name: text.nav.settings }));
      await expect(heading).toHaveText(text.settings.heading);
      await expect(heading).toBeFocused();
      await expectAccessible(page);
      await press(button(text.settings.cancelAgreement.ask));
      await expect(button(text.settings.cancelAgreement.keep)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(button(text.settings.cancelAgreement.ask)).toBeFocused();
      await press(button(text.settings.deleteEverything.ask));
      await expect(button(text.settings.deleteEverything.keep)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(button(text.settings.deleteEverything.ask)).toBeFocused();
      await page.keyboard.press('Enter');
      await press(button(text.settings.deleteEverything.confirm));
      await expect(page.getByText(text.settings.nothing)).toBeVisible();
      await expect(heading).toBeFocused();
    });
  });
}

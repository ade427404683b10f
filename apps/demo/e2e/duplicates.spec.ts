import type { Locator } from '@playwright/test';
import { en } from '../src/text/en.ts';
import { fr } from '../src/text/fr.ts';
import { expect, test } from './demoServerFixture.ts';
import { isLongForm } from './longForms.ts';
import { dialogWords, shownFrame, Widget, widgetWords } from './Widget.ts';

// A server of its own: no other test signs in by these names here. Two sign-ins of one bank show the same accounts.
test.use({ scope: 'twice' });
test.describe.configure({ timeout: 120_000 });

const words = {
  en: {
    search: 'Search for your bank',
    twice: /^Flinks ?Capital •••• 1000 is already connected through another connection\.$/,
    keep: 'Keep both',
    deleteThis: 'Delete this one',
    delete: 'Delete',
    stay: 'Keep',
  },
  fr: {
    search: 'Rechercher votre banque',
    twice: /^Flinks ?Capital •••• 1000 est déjà connecté par une autre connexion\.$/,
    keep: 'Conserver les deux',
    deleteThis: 'Supprimer celle-ci',
    delete: 'Supprimer',
    stay: 'Conserver',
  },
} as const;

for (const language of isLongForm ? (['en', 'fr'] as const) : (['en'] as const)) {
  test.describe(`by keyboard, in ${language}`, () => {
    test.use({ locale: `${language}-CA` });

    test('a bank that is connected by two sign-ins is asked about: keep both, or delete one', async ({
      page,
    }) => {
      const text = language === 'en' ? en : fr;
      const own = words[language];
      const widget = new Widget(page.frameLocator(shownFrame), language);
      const share = async (username: string): Promise<void> => {
        const { username: name, password } = widgetWords[language];
        await widget.frame.getByLabel(name).press('End');
        await page.keyboard.type(username);
        await widget.frame.getByLabel(password).press('End');
        await page.keyboard.type('Everyday');
        await page.keyboard.press('Enter');
        await widget.frame.getByLabel(/Chequing CAD/).press('Space');
        await widget.button('share').press('Enter');
        await page
          .getByRole('dialog')
          .getByRole('button', { name: dialogWords[language].done })
          .press('Enter');
      };
      const connect = async (username: string): Promise<void> => {
        await page.goto('/connect');
        await page.getByRole('searchbox', { name: own.search }).press('End');
        await page.keyboard.type('flinks');
        await page.getByRole('button', { name: /^Flinks ?Capital$/ }).press('Enter');
        await expect(widget.button('signIn').or(widget.button('agree'))).toBeVisible();
        if (await widget.button('agree').isVisible()) await widget.button('agree').press('Enter');
        await share(username);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(text.accounts.heading);
      };

      await connect('greatday_nomfa');
      await connect('test_dispatched');
      const cards = page.locator('section.bank');
      await expect(cards).toHaveCount(2);
      const question = page.getByRole('group', { name: own.twice });
      await expect(question, 'asked once, on the later card').toHaveCount(1);
      const press = (name: string, where: Locator = question): Promise<void> =>
        where.getByRole('button', { name, exact: true }).press('Enter');

      await press(own.keep);
      await expect(question).toBeHidden();
      await expect(page.locator('[data-flinks-menu-button]:focus')).toHaveCount(1);
      await expect(cards, 'nothing is deleted without an answer').toHaveCount(2);

      await page.reload();
      await press(own.deleteThis);
      await expect(page.getByRole('button', { name: own.stay, exact: true })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(question).toBeVisible();
      await press(own.deleteThis);
      await press(own.delete, page.locator('[data-flinks-delete]'));
      await expect(cards).toHaveCount(1);
      await expect(question).toBeHidden();
      await expect(page.locator('[data-flinks-account-list="ready"]')).toHaveCount(1);
    });
  });
}

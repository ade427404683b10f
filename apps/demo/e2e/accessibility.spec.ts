import { chooseInMenu } from './chooseInMenu.ts';
import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './fixtures.ts';
import { isLongForm } from './longForms.ts';
import { shownFrame, Widget } from './Widget.ts';

const words = {
  en: {
    ready: 'Your rent is set up',
    details: 'Details',
    remove: 'Delete connection',
    leave: 'Delete everything',
    review: 'Review the agreement',
    agree: 'I agree',
    start: 'Connect your bank',
    closed: 'You closed the window',
    again: 'Try again',
    interrupted: 'Your attempt was interrupted',
    panel: 'Developer panel',
    forge: 'Post a forged message',
  },
  fr: {
    ready: 'Votre loyer est prêt',
    details: 'Détails',
    remove: 'Supprimer la connexion',
    leave: 'Tout supprimer',
    review: 'Relire l’accord',
    agree: 'J’accepte',
    start: 'Connecter ma banque',
    closed: 'Vous avez fermé la fenêtre',
    again: 'Réessayer',
    interrupted: 'Votre tentative a été interrompue',
    panel: 'Panneau de développement',
    forge: 'Envoyer un faux message',
  },
} as const;

// Robin's seeded banks, one in each state, and a rent plan. These tests only read.
test.use({ scope: 'home' });
test.describe.configure({ timeout: 90_000 });

// In the long form every two of language, theme and width meet; the short one has each of them once.
const looks = [
  { language: 'en', theme: 'light', width: 1280 },
  { language: 'fr', theme: 'dark', width: 320 },
] as const;
const otherLooks = [
  { language: 'en', theme: 'dark', width: 320 },
  { language: 'fr', theme: 'dark', width: 1280 },
  { language: 'fr', theme: 'light', width: 320 },
] as const;

for (const { language, theme, width } of isLongForm ? [...looks, ...otherLooks] : looks) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: `${language}-CA` });

    test(`every page passes axe and fits: ${theme}, ${width} px`, async ({ page }) => {
      const text = words[language];
      const button = (name: string) =>
        page.getByRole('main').getByRole('button', { name, exact: true }).first();
      const widget = new Widget(page.frameLocator(shownFrame), language);
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 900 });

      for (const route of ['/', '/agreement', '/connect', '/settings', '/no-such-page']) {
        await page.goto(route);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page);
      }
      await page.goto('/accounts');
      await expect(page.getByText(text.ready)).toBeVisible();
      await expect(page.locator('[data-flinks-account-list="ready"]')).toHaveCount(4);
      await chooseInMenu(page.getByRole('article').first(), text.details);
      await chooseInMenu(page.getByRole('article').first(), text.remove);
      await expectAccessible(page);
      await page.goto('/settings');
      await button(text.leave).click();
      await expectAccessible(page);

      await page.goto('/choose');
      await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
      await expectAccessible(page);
      await button(text.review).click();
      await expect(button(text.agree)).toBeVisible();
      await expectAccessible(page);

      await page.goto('/connect');
      await button(text.start).click();
      await expect(widget.button('agree')).toBeVisible();
      await expectAccessible(page);
      await page.locator('[data-flinks-button="close"]').click();
      await expect(page.getByText(text.closed)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: text.panel }).click();
      await button(text.again).click();
      await expect(widget.button('agree')).toBeVisible();
      await page.getByRole('button', { name: text.forge }).click();
      await expect(page.getByText('REDIRECT')).toBeVisible();
      await expectAccessible(page);
      await page.reload();
      await expect(page.getByText(text.interrupted)).toBeVisible();
      await expectAccessible(page);
    });
  });
}

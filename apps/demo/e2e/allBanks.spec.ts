import { en } from '../src/text/en.ts';
import { fr } from '../src/text/fr.ts';
import { expect, test } from './fixtures.ts';

// Robin's seeded banks: two logins of one bank, one bank that is down, one whose data is old. These tests only read.
test.use({ scope: 'home', tolerated: /ERR_INTERNET_DISCONNECTED/ });

for (const { language, words } of [
  { language: 'en', words: { down: 'Temporarily unavailable', offline: en.load.noConnection, text: en } },
  { language: 'fr', words: { down: 'Temporairement inaccessible', offline: fr.load.noConnection, text: fr } },
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: `${language}-CA` });

    test('the keyboard chooses among the accounts of all banks, also of one that is down, also offline', async ({
      page,
      context,
    }) => {
      const { text } = words;
      await page.goto('/accounts');
      await expect(page.locator('[data-flinks-account-list="ready"]')).toHaveCount(4);
      await expect(page.getByText(words.down)).toBeVisible();
      const names = await page.getByRole('heading', { level: 2 }).allTextContents();
      expect(
        names.filter((name) => name.includes('Maplecrest')),
        'two logins of one bank',
      ).toHaveLength(2);
      for (const mask of ['0236', '1120']) {
        await expect(page.getByText(mask).first(), 'distinguished by the ends of the numbers').toBeVisible();
      }

      await page.getByRole('link', { name: text.nav.rent, exact: true }).press('Enter');
      const radios = page.getByRole('radio');
      await expect(radios).toHaveCount(5);
      const plan = page.getByRole('radio', { name: /Everyday chequing/ });
      await expect(plan, 'the account that pays now').toBeChecked();
      await context.setOffline(true);
      await expect(page.getByText(words.offline)).toBeVisible();

      const travel = page.getByRole('radio', { name: /Travel account/ });
      await plan.focus();
      for (let presses = 0; presses < 5; presses += 1) {
        if (await travel.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('ArrowDown');
      }
      await expect(travel, 'one group of radio buttons over all banks').toBeChecked();
      await page.keyboard.press('Enter');
      await expect(page.getByText(/Travel account ••••\s3417/).first()).toBeVisible();
      await context.setOffline(false);
      await expect(page.getByText(words.offline)).toBeHidden();
    });
  });
}

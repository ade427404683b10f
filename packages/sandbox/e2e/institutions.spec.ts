import { expect, test } from './fixtures.ts';
import { Keyboard } from './Keyboard.ts';

const atInstitutions = (language: 'en' | 'fr') => ({ parameters: { consentEnable: 'false', language } });

test('the search leaves what fits, reports when nothing does, and needs no accents', async ({
  openInHost,
}) => {
  const { frame } = await openInHost(atInstitutions('fr'));
  const search = frame.getByRole('searchbox', { name: 'Chercher une institution' });
  const offered = frame.getByRole('list').getByRole('button');
  await expect(offered).toHaveCount(13);
  await search.fill('  EPARGNE ');
  await expect(offered).toHaveText([/^Épargne Aurore/]);
  await search.fill('banque nationale');
  await expect(offered).toHaveCount(0);
  await expect(frame.getByRole('status')).toHaveText('Aucune institution ne porte ce nom.');
  await search.fill('');
  await expect(offered).toHaveCount(13);
  await expect(frame.getByRole('status')).toBeEmpty();
});

test('by keyboard alone: a closed institution is marked, is refused by its code, and leads back to the list', async ({
  page,
  openInHost,
}) => {
  const widget = await openInHost(atInstitutions('en'));
  const { frame, testUser } = widget;
  const keyboard = new Keyboard(page);
  await keyboard.type(frame.getByRole('searchbox', { name: 'Search institutions' }), 'belle');
  await page.keyboard.press('Tab');
  await expect(frame.getByRole('button', { name: /Banque Belle-Rive/ })).toBeFocused();
  await expect(frame.getByRole('button', { name: /Banque Belle-Rive/ })).toContainText(
    'Not available at the moment',
  );
  await page.keyboard.press('Enter');

  await expect(testUser.heading('Your bank could not be connected')).toBeFocused();
  await widget.expectToEndWith('INSTITUTION_SELECTED', 'DISABLED_INSTITUTION');
  expect(await widget.lastMessage()).toEqual({
    requestId: expect.any(String),
    flinksCode: 'DISABLED_INSTITUTION',
    institution: 'BanqueBelleRive',
  });
  await keyboard.press(testUser.button('Choose another institution'));
  await expect(testUser.heading('Choose your institution')).toBeFocused();
});

test('a frame that loads leaves the focus where the host has it', async ({ page, openInHost }) => {
  const { testUser } = await openInHost(atInstitutions('en'));
  await expect(testUser.heading('Choose your institution')).not.toBeFocused();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

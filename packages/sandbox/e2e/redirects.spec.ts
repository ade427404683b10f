import { expect, test } from './fixtures.ts';

const withParameters = (parameters: Readonly<Record<string, string>>) => ({
  path: '/v2/Credential/FlinksCapital',
  parameters: { consentEnable: 'false', ...parameters },
});

test('without innerRedirect or jsRedirect success takes the whole window to redirectUrl', async ({
  page,
  hostUrl,
  openInHost,
}) => {
  const { testUser } = await openInHost(withParameters({ redirectUrl: `${hostUrl}/done?lead=7` }));
  await testUser.signIn('greatday_nomfa');
  await expect(page).toHaveURL(/\/done\?lead=7&loginId=[-0-9a-f]{36}&institution=FlinksCapital$/);
});

test('innerRedirect takes only the frame there', async ({ page, hostUrl, openInHost }) => {
  const { testUser, frame } = await openInHost(
    withParameters({ redirectUrl: `${hostUrl}/done`, innerRedirect: 'true' }),
  );
  await testUser.signIn('greatday_nomfa');
  await expect(frame.getByRole('heading', { name: 'An app' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('jsRedirect posts REDIRECT and stays where it is', async ({ page, hostUrl, openInHost }) => {
  const widget = await openInHost(withParameters({ redirectUrl: `${hostUrl}/done`, jsRedirect: 'true' }));
  await widget.testUser.signIn('greatday_nomfa');
  await expect(widget.testUser.heading('Connected')).toBeVisible();
  await widget.expectToEndWith('SUBMIT_CREDENTIAL', 'REDIRECT');
  expect(new URL(page.url()).pathname).toBe('/');
});

import { expect, test } from './realTabsFixture.ts';

test.use({
  launchOptions: async ({ launchOptions }, provide) => {
    // Playwright allows every pop-up; a user's browser does not.
    await provide({ ...launchOptions, ignoreDefaultArgs: ['--disable-popup-blocking'] });
  },
});

test('a blocked bank window shows a notice beside the widget, and the user’s click opens it', async ({
  page,
  host,
  widget,
}) => {
  // Browsers block a window that a script opens long after the user's last click.
  await page.addInitScript(() => {
    const timer = setInterval(() => {
      const button = document.querySelector<HTMLElement>('[data-screen="bank-window"] .buttons button');
      if (!button || navigator.userActivation.isActive) return;
      clearInterval(timer);
      button.click();
    }, 50);
  });
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await widget.agree();
  await widget.frame.getByRole('button', { name: 'Rideau Trust' }).click();
  await expect(page.getByText('Your browser blocked your bank’s window', { exact: false })).toBeVisible();
  await expect(page.locator('iframe'), 'the widget stays, and offers the window again').toBeVisible();

  const opened = page.waitForEvent('popup');
  await widget.frame.getByRole('button', { name: 'Open my bank' }).click();
  await (await opened).getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByText('Your browser blocked your bank’s window', { exact: false })).toBeHidden();
  await widget.share('Chequing CAD');
  await expect(page.getByRole('list', { name: 'Ends' }).getByRole('listitem')).toHaveText([/^connected /]);
});

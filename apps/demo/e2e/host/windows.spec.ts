import { expect, test } from './realTabsFixture.ts';

test.use({
  launchOptions: async ({ launchOptions }, provide) => {
    // Playwright lets every window open; a person's browser does not.
    await provide({ ...launchOptions, ignoreDefaultArgs: ['--disable-popup-blocking'] });
  },
});

test('a bank’s window that was blocked is told beside the widget, and a click of one’s own opens it', async ({
  page,
  host,
  widget,
}) => {
  // A script opens the window long after the person's last click: that is what browsers block.
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
  await widget.frame.getByRole('button', { name: /OAuth/ }).click();
  await expect(page.getByText('Your browser blocked your bank’s window', { exact: false })).toBeVisible();
  await expect(page.locator('iframe'), 'the widget stays: it offers the window again').toBeVisible();

  const opened = page.waitForEvent('popup');
  await widget.frame.getByRole('button', { name: 'Open my bank' }).click();
  await (await opened).getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByText('Your browser blocked your bank’s window', { exact: false })).toBeHidden();
  await widget.share('Chequing CAD');
  await expect(page.getByRole('list', { name: 'Ends' }).getByRole('listitem')).toHaveText([/^connected /]);
});

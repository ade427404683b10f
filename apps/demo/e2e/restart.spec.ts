import { rmSync } from 'node:fs';
import { chooseInMenu } from './chooseInMenu.ts';
import { expect, test } from './demoServerFixture.ts';
import { finish } from './Widget.ts';

const collection = 10 * 60_000;

// The demo starts five times.
test.describe.configure({ timeout: 180_000 });
test.use({
  scope: 'new',
  // Ends only when the test moves the clock, so that the server is always killed in the middle of a collection.
  collectionMs: collection,
  // Chromium's messages for a request while the server is down, or killed before it answers.
  tolerated:
    /^Failed to load resource: (net::ERR_(CONNECTION_\w+|EMPTY_RESPONSE)|the server responded with a status of 503)/,
});

test('the page shows pending details and completes by itself; a user continues after each kill of the server', async ({
  page,
  widget,
  demo,
}) => {
  const restart = async (): Promise<void> => {
    await demo.stop('SIGKILL');
    await demo.start();
  };
  const pending = page.getByText('Your bank is still sending', { exact: false });
  const ready = page.locator('[data-flinks-account-list="ready"]');
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await expect(widget.button('agree')).toBeVisible();
  await restart();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await widget.signIn('greatday_nomfa');
  await widget.share('Chequing CAD');
  await finish(page);
  await expect(pending).toBeVisible();
  await restart();
  await page.reload();
  await expect(page.getByText('Chequing CAD')).toBeVisible();
  await expect(pending).toBeVisible();
  // The request to the bank was lost with the server, so it sends another one after a while.
  await expect(async () => {
    await demo.advance(collection);
    await expect(ready).toBeVisible({ timeout: 2000 });
  }).toPass();

  await page.getByRole('link', { name: 'Choose the account' }).click();
  await page.getByRole('button', { name: 'Review the agreement' }).click();
  await page.getByRole('button', { name: 'I agree' }).click();
  await page.getByRole('link', { name: 'See your accounts' }).click();
  await expect(page.getByText('Your rent is set up')).toBeVisible();
  await restart();
  await page.reload();
  await expect(page.getByText('Your rent is set up')).toBeVisible();

  // The bank and Flinks still have this login: it can be refreshed, and deleted.
  const refreshed = page.waitForResponse('**/refresh');
  await chooseInMenu(page, 'Refresh');
  expect(await (await refreshed).json()).toMatchObject({ connection: { health: { status: 'pending' } } });
  await expect(async () => {
    await demo.advance(collection);
    await expect(page.getByText('Up to date', { exact: true })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await chooseInMenu(page, 'Delete connection');
  const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page
    .getByRole('group', { name: /Delete the connection to/ })
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  expect(await (await deleted).json()).toEqual({ status: 'deleted' });
  await expect(page.getByText('No bank is connected yet')).toBeVisible();
  await restart();
  await page.reload();
  await expect(page.getByText('No bank is connected yet')).toBeVisible();
});

test.describe('with the seed', () => {
  test.use({ scope: 'home', collectionMs: 3000 });

  test('an interrupted first start starts over, and shows every bank', async ({ page, demo }) => {
    await demo.stop('SIGKILL');
    rmSync(`${demo.folder}/seeded`);
    await demo.start();
    await page.goto('/accounts');
    await expect(page.locator('section.bank')).toHaveCount(4);
    await expect(page.getByText('Your rent is set up')).toBeVisible();
  });
});

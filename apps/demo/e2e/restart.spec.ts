import { rmSync } from 'node:fs';
import { expect, test } from './demoServerFixture.ts';

// The demo starts four times.
test.describe.configure({ timeout: 120_000 });
test.use({
  scope: 'new',
  // Long enough to be caught in the middle.
  collectionMs: 8000,
  // What Chromium says of any request while nobody is there to answer.
  tolerated: /^Failed to load resource: (net::ERR_CONNECTION_\w+|the server responded with a status of 503)/,
});

test('a person goes on after the server was killed: mid-way in the window, while data is on its way, and later', async ({
  page,
  widget,
  demo,
}) => {
  const restart = async (): Promise<void> => {
    await demo.stop('SIGKILL');
    await demo.start();
  };
  await page.goto('/');
  await page.getByRole('button', { name: 'Connect your bank' }).click();
  await expect(widget.button('agree')).toBeVisible();
  await restart();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await widget.signIn('greatday_nomfa');
  await widget.share('Chequing CAD');
  await expect(page.getByText('details are still on their way', { exact: false })).toBeVisible();
  await restart();
  await page.reload();
  await expect(page.getByText('Chequing CAD')).toBeVisible();
  // The conversation with the bank is lost, so the server waits ten seconds and begins another.
  await expect(page.getByText('details are still on their way', { exact: false })).toBeHidden({
    timeout: 30_000,
  });

  await page.getByRole('link', { name: 'Choose the account' }).click();
  await page.getByRole('button', { name: 'Review the agreement' }).click();
  await page.getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByText('Your rent is set up')).toBeVisible();
  await restart();
  await page.reload();
  await expect(page.getByText('Your rent is set up')).toBeVisible();

  // The bank and Flinks still know this login: it can be read again, and deleted.
  const refreshed = page.waitForResponse('**/refresh');
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  expect(await (await refreshed).json()).toMatchObject({ connection: { health: { status: 'pending' } } });
  await expect(page.getByText('Up to date')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Delete connection' }).click();
  const removed = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page
    .getByRole('group', { name: /Delete the connection to/ })
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  expect(await (await removed).json()).toEqual({ status: 'deleted' });
  await expect(page.getByText('No bank is connected yet.')).toBeVisible();
  await restart();
  await page.reload();
  await expect(page.getByText('No bank is connected yet.')).toBeVisible();
});

test.describe('at home', () => {
  test.use({ scope: 'home', collectionMs: 3000 });

  test('a first start that was interrupted is begun again, and shows every bank', async ({ page, demo }) => {
    await demo.stop('SIGKILL');
    rmSync(`${demo.folder}/seeded`);
    await demo.start();
    await page.goto('/accounts');
    await expect(page.locator('section.bank')).toHaveCount(4);
    await expect(page.getByText('Your rent is set up')).toBeVisible();
  });
});

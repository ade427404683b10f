import type { Page } from '@playwright/test';
import { chooseInMenu } from './chooseInMenu.ts';
import { expect, test } from './fixtures.ts';
import { connectBank, finish } from './Widget.ts';

declare global {
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var shownTexts: string[] | undefined;
}

/** Records the text of the page in every frame that changed it, across navigations within the page. */
async function record(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const texts: string[] = (globalThis.shownTexts = []);
    const note = (): void => {
      const text = document.body?.innerText ?? '';
      if (text !== texts.at(-1) && texts.length < 2000) texts.push(text);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

/** What was shown since the last call. */
function takeTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => globalThis.shownTexts?.splice(0) ?? []);
}

function expectNever(texts: readonly string[], falsehood: RegExp): void {
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => falsehood.test(text))).toEqual([]);
}

const failure = /could not|went wrong|did not confirm/;
const noBank = /No bank (is )?connected yet/;

test.describe('every frame of a journey', () => {
  // One after another: users who sign in to one bank login at the same time contest it, and both are shown nothing.
  test.describe.configure({ mode: 'serial', timeout: 60_000 });

  test('from a click to the accounts states nothing untrue', async ({ page, widget }) => {
    await record(page);
    await page.goto('/');
    await page.getByRole('button', { name: 'Connect your bank' }).first().click();
    await widget.signIn('greatday_nomfa');
    await widget.button('share').waitFor();
    expectNever(await takeTexts(page), /is connected|[0-9] accounts? connected|could not|went wrong/);

    const linked = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith('/connections'),
    );
    await widget.share('Chequing CAD');
    await linked;
    const before = await takeTexts(page);
    await finish(page);
    await expect(page.getByText('Chequing CAD').first()).toBeVisible();
    const after = await takeTexts(page);
    expectNever([...before, ...after], failure);
    // From the first sign of success on, no page may deny it.
    const connected = [...before, ...after].findIndex((text) => /is connected/.test(text));
    expect([...before, ...after].slice(connected).filter((text) => noBank.test(text))).toEqual([]);
  });

  test('a refresh and a deletion are shown only once they are sent', async ({ page }) => {
    await record(page);
    await connectBank(page, 'greatday_nomfa', 'Chequing CAD');
    await page.goto('/accounts');
    const card = page.getByRole('article').first();
    await expect(card.locator('[data-flinks-health]')).toHaveText('Up to date', { timeout: 20_000 });
    await takeTexts(page);

    await chooseInMenu(card, 'Refresh');
    await expect(card.locator('[data-flinks-health]')).toHaveText('Being updated');
    await expect(card.locator('[data-flinks-health]')).toHaveText('Up to date', { timeout: 20_000 });
    const refreshed = await takeTexts(page);
    expectNever(refreshed, failure);
    expectNever(refreshed, noBank);

    const deleted = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await chooseInMenu(card, 'Delete connection');
    expectNever(await takeTexts(page), /Being deleted|is deleted/);
    await card.getByRole('button', { name: 'Delete', exact: true }).click();
    await deleted;
    await expect(page.getByText(noBank).first()).toBeVisible();
    expectNever(await takeTexts(page), failure);
  });

  test.describe('offline', () => {
    test.use({ tolerated: /ERR_INTERNET_DISCONNECTED/ });

    test('nothing is shown as under way or as failed', async ({ page, context }) => {
      await record(page);
      await connectBank(page, 'greatday_nomfa', 'Chequing CAD');
      await page.goto('/accounts');
      const card = page.getByRole('article').first();
      await expect(card.locator('[data-flinks-health]')).toHaveText('Up to date', { timeout: 20_000 });
      await context.setOffline(true);
      await takeTexts(page);
      await chooseInMenu(card, 'Refresh');
      await expect(card.getByText('You are offline', { exact: false })).toBeVisible();
      const texts = await takeTexts(page);
      expectNever(texts, /Being updated|Refreshing/);
      expectNever(texts, failure);
      await card.getByRole('button', { name: 'Cancel' }).click();

      await page.getByRole('link', { name: 'Connect another bank' }).click();
      await page.getByRole('button', { name: 'My bank is not listed' }).click();
      await expect(page.getByText('You are offline', { exact: false }).first()).toBeVisible();
      const opening = await takeTexts(page);
      expectNever(opening, failure);
      expectNever(opening, /It was not you/);
      await context.setOffline(false);
      await expect(page.locator('iframe')).toBeVisible();
    });
  });
});

import type { Page } from '@playwright/test';
import type { Widget } from '../Widget.ts';
import type { Host } from './Host.ts';
import { expect, test } from './realTabsFixture.ts';

const ends = (page: Page) => page.getByRole('list', { name: 'Ends' }).getByRole('listitem');

/** As far as the bank's credential page. */
const reachTheBank = async (page: Page, host: Host, widget: Widget): Promise<void> => {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await widget.agree();
  await widget.chooseBank();
  await expect(page.getByLabel('Session')).toHaveText('credentials');
};

/** The last session report that our server received. */
const lastReport = async (host: Host) => (await host.reports()).at(-1);

const unfinished = { end: null, stage: 'credentials' };

const deaths: readonly { readonly how: string; readonly die: (page: Page) => Promise<unknown> }[] = [
  { how: 'closed', die: (page) => page.close() },
  { how: 'sent elsewhere', die: (page) => page.goto('about:blank') },
  { how: 'reloaded', die: (page) => page.reload() },
];

for (const { how, die } of deaths) {
  test(`a tab that is ${how} leaves its report on our server`, async ({ page, host, widget }) => {
    await reachTheBank(page, host, widget);
    expect(await host.reports()).toEqual([]);
    await die(page);
    await expect.poll(() => lastReport(host)).toMatchObject(unfinished);
  });
}

test('a tab that is discarded while hidden has sent its report before', async ({
  page,
  context,
  host,
  widget,
}) => {
  await reachTheBank(page, host, widget);
  const other = await context.newPage();
  await other.bringToFront();
  await expect.poll(() => lastReport(host)).toMatchObject(unfinished);
  // As a phone does to a tab that it needs the memory of: no event, no time.
  const died = page.waitForEvent('crash');
  await page.goto('chrome://crash').catch(() => undefined);
  await died;
  expect(await lastReport(host)).toMatchObject(unfinished);
});

test('a tab that is hidden and shown goes on where it was', async ({ page, context, host, widget }) => {
  await reachTheBank(page, host, widget);
  const other = await context.newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
  await expect(page.getByLabel('Session')).toHaveText('credentials');

  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');
  await expect(ends(page)).toHaveText([/^connected /]);
});

test('a network that is lost while the login is handed over does not lose the login', async ({
  page,
  host,
  widget,
}) => {
  await reachTheBank(page, host, widget);
  let tries = 0;
  await page.route('**/api/flinks/connections', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    tries += 1;
    // First the request is lost, then the response: our server has stored the login, and the page does not know.
    if (tries === 1) return route.abort('internetdisconnected');
    if (tries === 2) await route.fetch();
    return tries === 2 ? route.abort('connectionreset') : route.continue();
  });
  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');

  await expect(ends(page)).toHaveText([/^connected /]);
  expect(tries).toBe(3);
  await expect(page.getByRole('list', { name: 'Connections' }).getByRole('listitem')).toHaveCount(1);
});

test('a lost network shows a notice, and the session continues when it is back', async ({
  page,
  context,
  host,
  widget,
}) => {
  await reachTheBank(page, host, widget);
  await context.setOffline(true);
  await expect(page.getByText('You are offline', { exact: false })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline', { exact: false })).toBeHidden();
  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');
  await expect(ends(page)).toHaveText([/^connected /]);
});

import type { Page } from '@playwright/test';
import { shownFrame, Widget } from '../Widget.ts';
import type { Host } from './Host.ts';
import { expect, test as base } from './fixtures.ts';

// The connection is made in French, and the widget stays French, whatever the language of the page is later.
const test = base.extend({
  widget: async ({ page }, provide) => {
    await provide(new Widget(page.frameLocator(shownFrame), 'fr'));
  },
});

const ends = (page: Page) => page.getByRole('list', { name: 'Ends' }).getByRole('listitem');
const connections = (page: Page) => page.getByRole('list', { name: 'Connections' }).getByRole('listitem');

/** Every login that this page hands to our server. */
const collectLogins = (page: Page): readonly string[] => {
  const logins: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/connections')) return;
    const body: { readonly loginId: string } = request.postDataJSON();
    logins.push(body.loginId);
  });
  return logins;
};

const connectInFrench = async (
  page: Page,
  host: Host,
  widget: Widget,
  username: 'Greatday' | 'sandbox_one_time_code' = 'Greatday',
): Promise<void> => {
  await page.goto(`${host.url}/?locale=fr-CA`);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await widget.signIn(username);
  await (username === 'Greatday' ? widget.answer() : typeCode(widget));
  await widget.share('Chequing CAD');
  await expect(ends(page)).toHaveText([/^connected /]);
  await page.goto(host.url);
  await expect(connections(page)).toHaveCount(1);
};

/** Flinks stores the answer of a question, and cannot store a code: the bank asks for one at every live refresh. */
const typeCode = async (widget: Widget): Promise<void> => {
  await widget.frame.getByLabel('Email').check();
  await widget.button('continue').click();
  await widget.frame.getByLabel('Entrez le code envoyé').fill('000000');
  await widget.button('continue').click();
};

test('by requestId: straight to the question, in the connection’s language, with its accounts, id and login', async ({
  page,
  host,
  widget,
}) => {
  const logins = collectLogins(page);
  await connectInFrench(page, host, widget, 'sandbox_one_time_code');
  const before = await connections(page).allTextContents();
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await typeCode(widget);

  await expect(ends(page)).toHaveText([`connected ${before[0]}`]);
  await expect(connections(page)).toHaveText(before);
  expect(logins).toHaveLength(2);
  expect(logins[1]).toBe(logins[0]);
});

test('by the institution’s own page when there is no question to resume', async ({ page, host, widget }) => {
  const logins = collectLogins(page);
  await connectInFrench(page, host, widget);
  const before = await connections(page).allTextContents();
  await host.failNext('Authorize', 'RETRY_LATER');
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await widget.agree();
  await widget.typeCredentials('Greatday', 'Everyday');
  await widget.answer();
  await widget.share('Chequing CAD');

  await expect(ends(page)).toHaveText([`connected ${before[0]}`]);
  await expect(connections(page)).toHaveText(before);
  expect(logins[1]).toBe(logins[0]);
});

test('another bank login never takes the place of the connection’s own', async ({ page, host, widget }) => {
  await connectInFrench(page, host, widget);
  const before = await connections(page).allTextContents();
  await host.failNext('Authorize', 'RETRY_LATER');
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await widget.agree();
  await widget.typeCredentials('greatday_nomfa', 'Everyday');
  await widget.share('Chequing CAD');

  await expect(ends(page)).toHaveText(['link-refused, may be tried again']);
  await expect(connections(page)).toHaveText(before);
});

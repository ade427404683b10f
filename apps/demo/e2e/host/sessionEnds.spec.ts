import type { Page } from '@playwright/test';
import type { Widget } from '../Widget.ts';
import type { Host } from './Host.ts';
import { expect, test } from './fixtures.ts';

const open = async (page: Page, host: Host, search = ''): Promise<void> => {
  await page.goto(`${host.url}/${search}`);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
};

/** Checks the ends that the hook reported, in order. */
const expectEnds = async (page: Page, ...ends: readonly (string | RegExp)[]): Promise<void> => {
  await expect(page.getByRole('list', { name: 'Ends' }).getByRole('listitem')).toHaveText([...ends]);
  await expect(page.locator('iframe')).toHaveCount(0);
};

/** Posts messages from inside the widget's frame. */
const post = async (page: Page, widget: Widget, ...messages: readonly object[]): Promise<void> => {
  await expect(widget.button('agree')).toBeVisible();
  await page.frames()[1]?.evaluate((list) => {
    for (const message of list) window.parent.postMessage(message, '*');
  }, messages);
};

test('connected once, however often the widget sends REDIRECT', async ({ page, host, widget }) => {
  let links = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/connections')) links += 1;
  });
  await open(page, host);
  const { loginId, accountIds } = await host.login();
  const redirect = { step: 'REDIRECT', loginId, accountId: accountIds };
  await post(page, widget, redirect, redirect, { step: 'COMPONENT_CLOSE_SESSION' }, redirect);

  await expectEnds(page, /^connected /);
  expect(links).toBe(1);
});

const ways: readonly {
  readonly end: string;
  readonly leave: (page: Page, widget: Widget) => Promise<void>;
}[] = [
  { end: 'closed', leave: (_, widget) => widget.close() },
  { end: 'consent-denied', leave: (_, widget) => widget.refuse() },
  { end: 'cancelled', leave: (page) => page.getByRole('button', { name: 'Cancel here' }).click() },
  {
    end: 'abandoned',
    leave: (page) => page.getByRole('button', { name: 'Take the widget away' }).click(),
  },
  {
    end: 'redirect-without-login, may be tried again',
    leave: (page, widget) => post(page, widget, { step: 'REDIRECT', institution: 'FlinksCapital' }),
  },
  {
    end: 'link-refused, may be tried again',
    leave: (page, widget) =>
      post(page, widget, { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-00000000dead' }),
  },
];

for (const { end, leave } of ways) {
  test(`${end}, and the next session starts over`, async ({ page, host, widget }) => {
    await open(page, host);
    await expect(widget.button('agree')).toBeVisible();
    await leave(page, widget);
    await expectEnds(page, end);
    await expect
      .poll(async () => (await host.reports()).map((report) => report.end))
      .toEqual([end.split(',')[0]]);

    const isAway = await page.getByRole('button', { name: 'Bring the widget back' }).isVisible();
    if (isAway) await page.getByRole('button', { name: 'Bring the widget back' }).click();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(widget.button('agree')).toBeVisible();
  });
}

test.describe('with one try', () => {
  test.use({ parameters: { maximumRetry: 1 } });

  test('maximum-retries', async ({ page, host, widget }) => {
    await open(page, host);
    await widget.signIn('greatday_nomfa', 'Yesterday');
    await widget.retry();
    await widget.typeCredentials('greatday_nomfa', 'Yesterday');
    await expectEnds(page, 'maximum-retries');
  });
});

test('session-refused: the user is not signed in', async ({ page, context, host }) => {
  await context.addCookies([{ name: 'host-user', value: 'signed-out', url: host.url }]);
  await open(page, host);
  await expectEnds(page, 'session-refused');
});

test('session-refused: a server that is down may be tried again', async ({ page, host }) => {
  await page.route('**/api/flinks/sessions', (route) => route.abort());
  await open(page, host);
  await expectEnds(page, 'session-refused, may be tried again');
});

test('token-refused, after one restart that is not visible', async ({ page, host }) => {
  let sessions = 0;
  await page.route('**/api/flinks/sessions', async (route) => {
    sessions += 1;
    const response = await route.fetch();
    const opened: { connectUrl: string } = await response.json();
    const address = new URL(opened.connectUrl);
    address.searchParams.set('authorizeToken', '00000000-0000-4000-8000-000000000000');
    await route.fulfill({ response, json: { ...opened, connectUrl: address.href } });
  });
  await open(page, host);
  await expectEnds(page, 'token-refused, may be tried again');
  expect(sessions).toBe(2);
});

test('frame-not-loaded: the widget’s origin is blocked', async ({ page, host }) => {
  await page.route('**/v2/**', (route) => route.abort());
  await open(page, host, '?frame=1500');
  await expect(page.getByText('taking longer than usual', { exact: false })).toBeVisible();
  await expectEnds(page, 'frame-not-loaded, may be tried again');
});

test('frame-not-mounted: the page renders no widget', async ({ page, host }) => {
  await open(page, host, '?as=nothing');
  await expectEnds(page, 'frame-not-mounted');
});

import type { Page } from '@playwright/test';
import type { Widget } from '../Widget.ts';
import type { Host } from './Host.ts';
import { expect, test } from './realTabsFixture.ts';

test.use({ parameters: { oauthWindowRedirect: true } });

/** As far as the button that leads to the bank. */
const reachTheBank = async (page: Page, host: Host, widget: Widget): Promise<void> => {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await widget.agree();
  await widget.frame.getByRole('button', { name: 'Rideau Trust' }).click();
  await expect(widget.frame.getByRole('button', { name: 'Open my bank' })).toBeVisible();
};

const approve = (page: Page): Promise<void> => page.getByRole('button', { name: 'I agree' }).click();

const ends = (page: Page) => page.getByRole('list', { name: 'Ends' }).getByRole('listitem');

/** Where Flinks landed on our server, with the ids. */
const landingOf = (page: Page): Promise<string> =>
  page
    .waitForRequest((request) => request.url().includes('/api/flinks/return/'))
    .then((request) => request.url());

/** Every address that the page, its history and its scripts can see. */
const addressesIn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([
      location.href,
      document.referrer,
      history.state,
      performance.getEntries().map(({ name }) => name),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      navigation.entries().map(({ url }) => url),
    ]),
  );

test('the same tab comes back connected, and no page can read an id of Flinks', async ({
  page,
  host,
  widget,
}) => {
  const seen: string[] = [];
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && frame.url().startsWith(host.url)) seen.push(frame.url());
  });
  await reachTheBank(page, host, widget);
  const landing = landingOf(page);
  await widget.frame.getByRole('button', { name: 'Open my bank' }).click();
  await approve(page);

  await expect(ends(page)).toHaveText([/^connected /]);
  await expect(page.getByRole('list', { name: 'Connections' }).getByRole('listitem')).toHaveCount(1);
  expect(page.url(), 'a reload asks nothing again').toBe(`${host.url}/bank?tab=2`);
  const { searchParams } = new URL(await landing);
  const loginId = searchParams.get('loginId') ?? '';
  expect(loginId).toMatch(/^[-0-9a-f]{36}$/);
  expect(seen.length).toBeGreaterThan(1);
  for (const id of [loginId, searchParams.get('tag') ?? 'no tag']) {
    expect([...seen, await addressesIn(page)].join('\n')).not.toContain(id);
  }
});

test('another tab comes back connected, and the first one shows it once it is visible again', async ({
  page,
  context,
  host,
  widget,
}) => {
  // A phone's bank leads back in a tab of its own: the address is the one that the widget would have gone to.
  const widgetAnswers = page.waitForResponse((response) => /\/sandbox\/widget$/.test(response.url()));
  await reachTheBank(page, host, widget);
  const answer = await widgetAnswers;
  const { id }: { readonly id: string } = await answer.json();
  const other = await context.newPage();
  await other.goto(`${new URL(answer.url()).origin}/v2/bank.html?session=${id}&language=en`);
  await approve(other);
  await expect(ends(other)).toHaveText([/^connected /]);

  await expect(ends(page), 'the first tab is not visible yet').toHaveCount(0);
  await page.bringToFront();
  await expect(ends(page)).toHaveText(await ends(other).allTextContents());
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(await addressesIn(other)).not.toContain('loginId');
});

const comebacks: readonly {
  readonly what: string;
  readonly comeBack: (page: Page, host: Host, landing: string) => Promise<unknown>;
}[] = [
  { what: 'a second use', comeBack: (page, _, landing) => page.goto(landing) },
  {
    what: 'another user',
    async comeBack(page, host, landing) {
      await page.context().addCookies([{ name: 'host-user', value: 'bob', url: host.url }]);
      return page.goto(landing);
    },
  },
  {
    what: 'an altered state',
    comeBack: (page, _, landing) => page.goto(landing.replace(/return\/..../, 'return/AAAA')),
  },
  {
    what: 'an expired state',
    async comeBack(page, host, landing) {
      await host.wait(8 * 60 + 1);
      return page.goto(landing);
    },
  },
];

for (const { what, comeBack } of comebacks) {
  test(`${what} is refused without a call to Flinks`, async ({ page, host, widget }) => {
    await reachTheBank(page, host, widget);
    // Only a second use follows a first one: the others are stopped on their way back, with the ids in their hands.
    const isUsed = what === 'a second use';
    const landing = landingOf(page);
    await page.route(
      '**/api/flinks/return/**',
      (route) => (isUsed ? route.continue() : route.fulfill({ status: 204 })),
      {
        times: 1,
      },
    );
    await widget.frame.getByRole('button', { name: 'Open my bank' }).click();
    await approve(page);
    const address = await landing;
    if (isUsed) await expect(ends(page)).toHaveText([/^connected /]);
    await host.forgetCalls();
    await comeBack(page, host, address);

    await expect(ends(page)).toHaveText(['return-refused, may be tried again']);
    expect(page.url()).toBe(`${host.url}/bank?tab=2`);
    expect(await host.calls()).toEqual([]);
    await expect(page.getByRole('list', { name: 'Connections' }).getByRole('listitem')).toHaveCount(
      isUsed ? 1 : 0,
    );
  });
}

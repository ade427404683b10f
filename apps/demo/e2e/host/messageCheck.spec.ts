import type { Page } from '@playwright/test';
import type { Host } from './Host.ts';
import { expect, test } from './fixtures.ts';

/** Forged messages: the session is over, and here is a login. */
const forgeries = [
  { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-00000000dead' },
  { step: 'COMPONENT_CLOSE_SESSION' },
];

/** A frame beside the widget's, at an address of the test's choice. */
const addFrame = (page: Page, src: string): Promise<void> =>
  page.evaluate(
    (address) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.title = 'Forger';
        frame.addEventListener('load', () => resolve(), { once: true });
        frame.src = address;
        document.body.append(frame);
      }),
    src,
  );

const post = (page: Page, frame: number): Promise<void> | undefined =>
  page.frames()[frame]?.evaluate((messages) => {
    for (const message of messages) window.parent.postMessage(message, '*');
  }, forgeries);

const forgers: readonly {
  readonly who: string;
  readonly forge: (page: Page, host: Host) => Promise<unknown>;
}[] = [
  {
    who: 'the page itself',
    forge: (page) =>
      page.evaluate((messages) => {
        for (const message of messages) window.postMessage(message, '*');
      }, forgeries),
  },
  {
    who: 'another frame of the widget’s own origin',
    async forge(page) {
      await addFrame(page, `${new URL(page.frames()[1]?.url() ?? '').origin}/page/widget.css`);
      await post(page, 2);
    },
  },
  {
    who: 'a frame of another port, which is another origin',
    async forge(page, host) {
      await addFrame(page, `${host.url}/test-api/nothing`);
      await post(page, 2);
    },
  },
  {
    who: 'a frame without an origin',
    async forge(page) {
      await addFrame(
        page,
        `data:text/html,<script>for (const message of ${JSON.stringify(forgeries)}) parent.postMessage(message, '*')</script>`,
      );
    },
  },
];

for (const { who, forge } of forgers) {
  test(`${who} is ignored`, async ({ page, host, widget }) => {
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await widget.agree();
    await expect(page.getByLabel('Session')).toHaveText('institution');
    await forge(page, host);
    await widget.chooseBank();
    await expect(page.getByLabel('Session'), 'messages of the widget are still accepted').toHaveText(
      'credentials',
    );
    await expect(page.getByRole('list', { name: 'Ends' }).getByRole('listitem')).toHaveCount(0);
  });
}

test('the widget’s own frame is ignored after it left Flinks’ origin', async ({ page, host, widget }) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(widget.button('agree')).toBeVisible();
  const elsewhere = `${host.url}/test-api/nothing`;
  await page.frames()[1]?.evaluate((address) => location.assign(address), elsewhere);
  await expect.poll(() => page.frames()[1]?.url()).toBe(elsewhere);
  await post(page, 1);
  // Whatever was posted is delivered by the time that a later message of the page itself is.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.addEventListener('message', resolve, { once: true });
        window.postMessage('later', '*');
      }),
  );
  await expect(page.getByRole('list', { name: 'Ends' }).getByRole('listitem')).toHaveCount(0);
  await expect(page.locator('iframe')).toHaveCount(1);
});

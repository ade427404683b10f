import { randomUUID } from 'node:crypto';
import { type BrowserContext, test as base } from '@playwright/test';
import { shownFrame, Widget } from './Widget.ts';

/**
 * A test with the widget at hand and a scope of its own, so that tests share no user. It fails on any error or warning
 * in the console of any page that it opens, and on any request to a host other than this machine.
 */
export const test = base.extend<Fixtures>({
  widget: async ({ page }, provide) => {
    await provide(new Widget(page.frameLocator(shownFrame)));
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the first parameter's shape
  scope: async ({}, provide) => provide(randomUUID()),
  tolerated: [/^$/, { option: true }],
  quietConsole: [
    async ({ context, scope, baseURL, tolerated }, provide) => {
      await settle(context, scope, baseURL);
      const problems: string[] = [];
      context.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type()) || tolerated.test(message.text())) return;
        problems.push(message.text());
      });
      context.on('weberror', (problem) => problems.push(problem.error().message));
      const hosts = new Set<string>();
      context.on('request', (request) => hosts.add(new URL(request.url()).hostname));
      await provide();
      expect(problems, 'the console stays quiet').toEqual([]);
      for (const own of ['localhost', '127.0.0.1', '']) hosts.delete(own);
      expect([...hosts], 'no request to another host').toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = base;

interface Fixtures {
  readonly widget: Widget;
  readonly scope: string;
  /** Console messages that are allowed, where the test itself causes an error. */
  readonly tolerated: RegExp;
  readonly quietConsole: void;
}

/** Sets the browser's scope, and optionally its user. */
export async function settle(
  context: BrowserContext,
  scope: string,
  url = '',
  user?: 'robin' | 'sacha',
): Promise<void> {
  await context.addCookies([
    { name: 'fernhill-scope', value: scope, url },
    ...(user === undefined ? [] : [{ name: 'fernhill-user', value: user, url }]),
  ]);
}

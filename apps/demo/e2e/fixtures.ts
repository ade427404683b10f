import { randomUUID } from 'node:crypto';
import { type BrowserContext, test as base } from '@playwright/test';
import { shownFrame, Widget } from './Widget.ts';

/**
 * A test with Flinks' window at hand and a scope of its own, so that no two tests meet. It fails on any error or
 * warning in the console of any page it opens.
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
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type()) || tolerated.test(message.text())) return;
        complaints.push(message.text());
      });
      context.on('weberror', (problem) => complaints.push(problem.error().message));
      await provide();
      expect(complaints, 'the console stays quiet').toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = base;

interface Fixtures {
  readonly widget: Widget;
  readonly scope: string;
  /** What the console may say after all, where the test itself breaks something. */
  readonly tolerated: RegExp;
  readonly quietConsole: void;
}

/** Lets a browser live in a scope, and optionally as somebody. */
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

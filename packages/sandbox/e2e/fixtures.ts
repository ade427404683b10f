import { test as base, type Page } from '@playwright/test';
import { serveHost } from './hostPage.ts';
import { openWidgetIn, type HostedWidget, type WidgetAddress } from './HostedWidget.ts';

/**
 * A test with the widget in a host's frame, across origins. It fails on any error or warning in
 * the browser's console, and when the page sends a request to another origin.
 */
export const test = base.extend<
  {
    /** The origin of the widget page. */
    widgetUrl: string;
    /** Opens the widget in the frame of a host of another origin. */
    openInHost: (address?: WidgetAddress) => Promise<HostedWidget>;
    /** What the browser may complain of: nothing, unless a test is about just that. */
    mayComplain: RegExp | null;
    quietConsole: void;
    staysHome: void;
  },
  { hostUrl: string }
>({
  hostUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, provide) => {
      const host = await serveHost();
      await provide(host.url);
      await host.close();
    },
    { scope: 'worker' },
  ],
  widgetUrl: ({ baseURL }, provide) => provide(baseURL ?? ''),
  openInHost: async ({ page, hostUrl, widgetUrl }, provide) => {
    await provide((address = {}) => openWidgetIn(page, { hostUrl, widgetUrl, address }));
  },
  mayComplain: [null, { option: true }],
  quietConsole: [
    async ({ page, mayComplain }, provide) => {
      const complaints = listenForComplaints(page);
      await provide();
      const unexpected = complaints.filter((text) => mayComplain?.test(text) !== true);
      expect(unexpected, 'the console stays quiet').toEqual([]);
    },
    { auto: true },
  ],
  staysHome: [
    async ({ context, hostUrl, widgetUrl }, provide) => {
      const elsewhere = new Set<string>();
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && ![hostUrl, widgetUrl].includes(origin))
          elsewhere.add(request.url());
      });
      await provide();
      expect([...elsewhere], 'nothing is sent anywhere else').toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = base;

function listenForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (problem) => complaints.push(problem.message));
  return complaints;
}

import { test as base } from '@playwright/test';
import { shownFrame, Widget } from '../Widget.ts';
import { Host } from './Host.ts';

/** A test with a host page of its own (see `startHost.ts`), and the widget at hand. */
export const test = base.extend<HostFixtures>({
  parameters: [{}, { option: true }],
  widget: async ({ page }, provide) => {
    await provide(new Widget(page.frameLocator(shownFrame)));
  },
  host: async ({ parameters }, provide) => {
    const response = await fetch(hosts(), { method: 'POST', body: JSON.stringify(parameters) });
    await provide(new Host(await response.json()));
  },
});

export const { expect } = test;

interface HostFixtures {
  /** Parameters of the widget's URL, besides those that our server sets. */
  readonly parameters: Readonly<Record<string, string | boolean | number>>;
  readonly host: Host;
  readonly widget: Widget;
}

// `playwright.config.ts` starts it once, in a process of its own: Playwright loads tests without the source condition.
const hosts = (): string => `http://localhost:${Number(process.env['E2E_PORT'] ?? 4273) + 5}/`;

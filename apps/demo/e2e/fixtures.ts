import { test as base } from '@playwright/test';
import { Widget } from './Widget.ts';

/** A test with Flinks' window at hand, which fails on any error or warning in the browser's console. */
export const test = base.extend<{ widget: Widget; quietConsole: void }>({
  widget: async ({ page }, provide) => {
    await provide(new Widget(page.frameLocator('iframe')));
  },
  quietConsole: [
    async ({ page }, provide) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (problem) => complaints.push(problem.message));
      await provide();
      expect(complaints, 'the console stays quiet').toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = base;

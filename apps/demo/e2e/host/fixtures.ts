import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { shownFrame, Widget } from '../Widget.ts';
import { Host } from './Host.ts';

/** A test with a host page of its own (see `startHost.ts`), and the widget at hand. */
export const test = base.extend<HostFixtures, { readonly hosts: string }>({
  parameters: [{}, { option: true }],
  widget: async ({ page }, provide) => {
    await provide(new Widget(page.frameLocator(shownFrame)));
  },
  host: async ({ hosts, parameters }, provide) => {
    const response = await fetch(hosts, { method: 'POST', body: JSON.stringify(parameters) });
    await provide(new Host(await response.json()));
  },
  hosts: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from a pattern
    async ({}, provide) => {
      const started = start();
      const [address] = await once(started.stdout ?? started, 'data');
      await provide(String(address).trim());
      started.kill();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export const { expect } = test;

interface HostFixtures {
  /** Parameters of the widget's URL, besides those that our server sets. */
  readonly parameters: Readonly<Record<string, string | boolean | number>>;
  readonly host: Host;
  readonly widget: Widget;
}

// In a process of its own: Playwright loads tests without the source condition, and nothing is built here.
function start(): ChildProcess {
  return spawn(
    process.execPath,
    ['--conditions=@flinks-kit/source', '--import', 'tsx', 'apps/demo/e2e/host/main.ts'],
    { cwd: fileURLToPath(new URL('../../../..', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

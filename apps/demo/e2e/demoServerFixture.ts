import { DemoServer } from './DemoServer.ts';
import { test as base } from './fixtures.ts';

/** A test with a demo server of its own behind `page`, seeded, without other users. */
export const test = base.extend<{ demo: DemoServer; collectionMs: number }>({
  collectionMs: [3000, { option: true }],
  demo: [
    async ({ collectionMs }, provide, { parallelIndex }) => {
      const port = Number(process.env['E2E_PORT'] ?? 4273) + 10 + parallelIndex * 10;
      const demo = new DemoServer(port, { collectionMs });
      await demo.start();
      await provide(demo);
      await demo.stop();
    },
    // A process starts at its own pace on a busy machine.
    { timeout: 120_000 },
  ],
  baseURL: async ({ demo }, provide) => provide(demo.url),
  scope: 'home',
});

export { expect } from './fixtures.ts';

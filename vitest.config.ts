import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { pairwise } from './.ci/pairwise.mjs';

const at = (path: string): string => `${import.meta.dirname}/${path}`;

// Every entry point is read from its source: nothing has to be built before a test.
const source = '@flinks-kit/source';
const browserConditions = [source, 'module', 'browser', 'development|production'];
const nodeConditions = [source, 'module', 'node', 'development|production'];
const inBrowser = {
  resolve: { conditions: browserConditions },
  ssr: { resolve: { conditions: nodeConditions } },
};
const inNode = { resolve: { conditions: nodeConditions }, ssr: { resolve: { conditions: nodeConditions } } };

// React 18 runs the very same files: its workspace decides which React they get.
const react18 = {
  ...inBrowser,
  root: at('apps/react18'),
  resolve: {
    conditions: browserConditions,
    dedupe: ['react', 'react-dom', '@testing-library/react', '@tanstack/react-query'],
  },
};

// No test waits for the real clock, so only a busy machine is slow: it gets time, and a test that hangs still ends.
const ampleTime = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

// All files of a worker share one process: starting one for each file took longer than the tests. A test that needs a
// global puts it back.
const shared = { ...ampleTime, isolate: false };

const reactSuites = (base: object, suffix: string, major: string) => [
  {
    ...base,
    plugins: [react()],
    test: {
      ...shared,
      name: `react${suffix}`,
      dir: at('packages/react'),
      environment: 'jsdom',
      env: { EXPECT_REACT: major },
      include: ['**/*.test.{ts,tsx}'],
      exclude: ['**/*.ssr.test.*', '**/node_modules/**', '**/dist/**'],
      setupFiles: [at('packages/react/test/setup.ts')],
    },
  },
  {
    ...base,
    plugins: [react()],
    test: {
      ...shared,
      name: `ssr${suffix}`,
      dir: at('packages/react'),
      environment: 'node',
      env: { EXPECT_REACT: major },
      include: ['**/*.ssr.test.{ts,tsx}'],
      exclude: ['**/node_modules/**', '**/dist/**'],
    },
  },
];

const asked = process.env['STORY_APPEARANCES'];
const appearances: Record<string, readonly string[]> = asked === undefined ? pairwise : JSON.parse(asked);

const chromium = {
  enabled: true,
  headless: true,
  // One server and one browser; each language runs in the appearances of the pairwise matrix, or in those asked for.
  instances: Object.entries(appearances).map(([locale, ofLocale]) => ({
    browser: 'chromium' as const,
    name: `storybook-${locale}`,
    env: { STORYBOOK_LOCALE: locale, STORYBOOK_APPEARANCES: ofLocale.join(', ') },
  })),
  provider: playwright({
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
      ],
    },
  }),
};

export default defineConfig({
  test: {
    // Vitest would leave one core idle.
    maxWorkers: 2,
    projects: [
      ...['core', 'server', 'sandbox', 'cli'].map((name) => ({
        ...inNode,
        test: {
          ...shared,
          name,
          dir: at(`packages/${name}`),
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          // What the server lets out is watched in each of its tests, whatever the test is about.
          setupFiles: name === 'server' ? [at('packages/server/test/canary/setup.ts')] : [],
        },
      })),
      {
        ...inNode,
        test: {
          ...shared,
          name: 'identify',
          dir: at('apps/examples/identify'),
          environment: 'node',
          include: ['**/*.test.ts'],
        },
      },
      {
        ...inBrowser,
        plugins: [react()],
        test: {
          ...shared,
          name: 'demo',
          dir: at('apps/demo/src'),
          environment: 'jsdom',
          include: ['**/*.test.{ts,tsx}'],
          setupFiles: [at('packages/react/test/setup.ts')],
        },
      },
      ...reactSuites(inBrowser, '', '19'),
      ...reactSuites(react18, '-18', '18'),
      {
        ...inBrowser,
        test: {
          ...shared,
          name: 'storybook-docs',
          dir: at('.storybook'),
          environment: 'jsdom',
          include: ['**/*.test.{ts,tsx}'],
        },
      },
      {
        plugins: [storybookTest({ configDir: at('.storybook') })],
        resolve: { conditions: browserConditions },
        // Found late, they would reload the page in the middle of a test.
        optimizeDeps: { include: ['@storybook/addon-a11y/preview'] },
        test: {
          ...shared,
          name: 'storybook',
          browser: chromium,
          setupFiles: [at('.storybook/vitest.setup.ts')],
        },
      },
    ],
  },
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { pageFiles } from '../src/node/pageFiles.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

describe('a bundled sandbox', () => {
  // A host such as Next bundles the package: no file of it lies beside the code any more.
  test('a bundled sandbox serves its page', { timeout: 60_000 }, async () => {
    const outDir = await mkdtemp(join(root, '.bundled-'));
    try {
      await build({
        configFile: false,
        logLevel: 'silent',
        root,
        plugins: [
          {
            name: 'as-built',
            // What `scripts/embedPage.mjs` makes of the module.
            load: (id) =>
              id.endsWith('/node/pageFiles.ts')
                ? `export const pageFiles = ${JSON.stringify(pageFiles)};`
                : null,
          },
        ],
        resolve: { conditions: ['@flinks-kit/source'] },
        ssr: { noExternal: true, resolve: { conditions: ['@flinks-kit/source'] } },
        build: {
          ssr: 'src/node/index.ts',
          outDir,
          rollupOptions: { output: { entryFileNames: 'sandbox.mjs' } },
        },
      });
      const file = join(outDir, 'sandbox.mjs');
      expect(await readFile(file, 'utf8')).not.toContain('../../page/');
      const { startSandbox }: typeof import('../src/node/index.ts') = await import(pathToFileURL(file).href);
      const { connectUrl, close } = await startSandbox();
      const page = await (await fetch(connectUrl)).text();
      const script = await fetch(new URL('/page/widget.js', connectUrl));
      await close();
      expect([page.includes('<div id="widget">'), script.status]).toEqual([true, 200]);
    } finally {
      await rm(outDir, { recursive: true });
    }
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * The server without its types, as it is published. The bench itself runs through tsx, which gives every function that is
 * made a name, also those that are made in the middle of a request: no app does that.
 */
export async function loadServer(): Promise<BenchedServer> {
  const vault = fileURLToPath(new URL('../../packages/server/src/crypto/createVault.ts', import.meta.url));
  const entries = ['@flinks-kit/server', '@flinks-kit/server/node', vault];
  const { outputFiles } = await build({
    stdin: {
      contents: entries.map((entry) => `export * from ${JSON.stringify(entry)};`).join('\n'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@flinks-kit/source'],
    logLevel: 'error',
  });
  const folder = await mkdtemp(join(tmpdir(), 'flinks-bench-'));
  try {
    const file = join(folder, 'server.mjs');
    await writeFile(file, outputFiles[0]?.text ?? '');
    // The bundle exports what the three modules export.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return (await import(pathToFileURL(file).href)) as BenchedServer;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the bench uses of it. */
export type BenchedServer = typeof import('@flinks-kit/server') &
  typeof import('@flinks-kit/server/node') &
  typeof import('../../packages/server/src/crypto/createVault.ts');

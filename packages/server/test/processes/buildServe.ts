import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Joins `serve.ts` and all of ours that it needs in one file of plain JavaScript, so that a process starts several
 * times faster: one test starts dozens. The file lies among the packages, where it finds the drivers.
 */
export async function buildServe(): Promise<string> {
  const outDir = fileURLToPath(new URL('../../node_modules/.flinks-kit-test', import.meta.url));
  const name = `serve-${process.pid}.mjs`;
  const conditions = ['@flinks-kit/source', 'module', 'node', 'development|production'];
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: [/^@flinks-kit\//], resolve: { conditions } },
    build: {
      ssr: fileURLToPath(new URL('serve.ts', import.meta.url)),
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  process.once('exit', () => rmSync(`${outDir}/${name}`, { force: true }));
  return `${outDir}/${name}`;
}

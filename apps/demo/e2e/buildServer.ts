import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { serverProgram } from './serverProgram.ts';

/**
 * Joins the demo's server and all of ours that it needs in one file of plain JavaScript: a dozen tests start it, and reading
 * TypeScript takes longer than all the rest of a start.
 */
export async function buildServer(port: number): Promise<void> {
  const [, folder = '', name = ''] = /^(.+)\/(.+)$/.exec(serverProgram(port)) ?? [];
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'own-address', transform: keepAddress }],
    ssr: {
      noExternal: true,
      external: ['@electric-sql/pglite', 'vite'],
      resolve: { conditions: ['@flinks-kit/source', 'module', 'node', 'development|production'] },
    },
    build: {
      ssr: fileURLToPath(new URL('../server/main.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
}

/** Each module finds the files beside its source, as it does when it is not joined. */
const keepAddress = (code: string, id: string): string =>
  code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));

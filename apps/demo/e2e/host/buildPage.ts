import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the host's page in memory. Returns its files by path. */
export async function buildPage(): Promise<ReadonlyMap<string, PageFile>> {
  const root = fileURLToPath(new URL('page', import.meta.url));
  const built = await build({
    root,
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { write: false },
  });
  if (Array.isArray(built) || !('output' in built)) throw new TypeError('Vite gave more than one build.');
  return new Map(
    built.output.map((file) => [
      `/${file.fileName}`,
      {
        type: types[file.fileName.slice(file.fileName.lastIndexOf('.'))] ?? 'application/octet-stream',
        content: file.type === 'chunk' ? file.code : file.source,
      },
    ]),
  );
}

/** One file of a page. */
export interface PageFile {
  readonly type: string;
  readonly content: string | Uint8Array;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

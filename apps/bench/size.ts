import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const peers = ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query'];

/** Bytes of a bundle of `code` as an app would ship it: minified, tree-shaken, gzip at level 9, peers left out. */
export async function gzipSize(code: string): Promise<number> {
  const { outputFiles } = await bundle(code);
  const text = outputFiles[0]?.text ?? '';
  return text.trim() === '' ? 0 : gzipSync(text, { level: 9 }).byteLength;
}

/** Minified bytes that the files of a path have in the same bundle. */
export async function bytesOf(path: string, code: string): Promise<number> {
  const { metafile } = await bundle(code);
  return Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([file]) => file.includes(path))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}

function bundle(code: string) {
  return build({
    stdin: { contents: code, loader: 'tsx', resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    conditions: ['@flinks-kit/source'],
    external: peers,
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
    logLevel: 'error',
  });
}

import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const peers = ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query'];

/** Bytes of a bundle of `code` as an app would ship it: minified, tree-shaken, gzip at level 9, peers left out. */
export async function gzipSize(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: 'tsx', resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
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
  const text = outputFiles[0]?.text ?? '';
  return text.trim() === '' ? 0 : gzipSync(text, { level: 9 }).byteLength;
}

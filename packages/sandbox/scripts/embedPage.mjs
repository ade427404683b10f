import { readdir, readFile, writeFile } from 'node:fs/promises';

// Replaces the module that reads the widget page from files by one that holds its texts: a bundler takes it along.
const page = new URL('../page/', import.meta.url);
const names = (await readdir(page)).filter((name) => /\.(?:js|css|html)$/.test(name)).toSorted();
const files = await Promise.all(
  names.map(async (name) => [name, await readFile(new URL(name, page), 'utf8')]),
);
await writeFile(
  new URL('../dist/node/pageFiles.js', import.meta.url),
  `export const pageFiles = ${JSON.stringify(Object.fromEntries(files), null, 2)};\n`,
);

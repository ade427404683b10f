// Builds the documentation's site into `docs-site`: the pages of `docs`, an index of every error code, and the reference
// when `npm run docs:reference` wrote it. Any static host can serve the folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorPage, readErrors } from './errorIndex.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const content = join(here, 'content');

rmSync(content, { recursive: true, force: true });
for (const file of readdirSync(join(root, 'docs'), { recursive: true }).filter((name) =>
  name.endsWith('.md'),
)) {
  write(file, readFileSync(join(root, 'docs', file), 'utf8'));
}
for (const file of ['CONTRIBUTING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md'])
  write(file, readFileSync(join(root, file), 'utf8'));
writeFileSync(join(content, 'errors.md'), errorPage(readErrors(join(root, 'packages'))));

const rspress = join(here, 'node_modules/@rspress/core/bin/rspress.js');
const { status } = spawnSync(process.execPath, [rspress, 'build'], { cwd: here, stdio: 'inherit' });
process.exitCode = status ?? 1;

/** A folder's README is its index page, and what lies beside `docs` is a page of the site, too. */
function write(file, text) {
  const place = join(content, file.replace(/(^|\/)README\.md$/, '$1index.md'));
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, toSite(text));
}

// GitHub's Markdown becomes MDX: its comments do not exist there, and links to files that are no page lead nowhere.
function toSite(text) {
  return (
    text
      .replace(/<!--[\s\S]*?-->\n*/g, '')
      .replace(/\]\((?:\.\.\/)+(CONTRIBUTING|SECURITY|CODE_OF_CONDUCT)\.md/g, '](/$1.md')
      // The repository's own README is no page; that of `docs` is.
      .replace(/\[([^\]]+)\]\((?:\.\.\/){2,}README[^)]*\)/g, '$1')
      // Of the pages that lie beside `docs`.
      .replace(/\]\(docs\//g, '](/')
      .replace(/\]\(((?:\.\.?\/|\/|\w)[^)\s]*?)README\.md/g, ']($1index.md')
      .replace(/\[([^\]]+)\]\((?:\.\.\/)+(?:packages|apps|\.ci|\.storybook)[^)]*\)/g, '$1')
      .replace(/\[([^\]]+)\]\(LICENSE\)/g, '$1')
      .replace(/^(```\w+) file=(\S+)/gm, '$1 title=$2')
  );
}

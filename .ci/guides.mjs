// Checks the Markdown pages: internal links resolve, and every fenced ts, tsx, js or css example is a checked one.
// `node .ci/guides.mjs --write` copies the files named by the pages into their fences.
//
// A comment above a fence states how it is checked:
//   <!-- file: path -->        the fence is that file, which the repository compiles or runs
//   <!-- given … -->           declarations that the example needs; both are compiled together
//   <!-- unchecked: why -->    an example that cannot compile
// Without a comment a fence of ts or tsx is compiled as it stands. Each page of docs/guides has a whole file to copy.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pnpm, root } from './prepare.mjs';

const write = process.argv.includes('--write');
const { stdout } = spawnSync('git', ['ls-files', '-z', '*.md'], { cwd: root, encoding: 'utf8' });
const pages = stdout
  .split('\0')
  .filter(
    (file) =>
      file.startsWith('docs/') || /^(?:packages\/(?:core|react|server|sandbox|cli)\/)?\w+\.md$/.test(file),
  );
const out = `${root}.ci/out/guides/`;
const faults = [];
let links = 0;
let copied = 0;
let compiled = 0;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const page of pages) {
  const text = readFileSync(root + page, 'utf8');
  checkLinks(page, text);
  if (page.startsWith('docs/guides/') && !text.includes('<!-- file: ')) {
    faults.push(`${page}: has no whole file to copy: add one by <!-- file: … -->`);
  }
  const next = text.replaceAll(
    /(?:<!-- (file|given|unchecked)(?:: |\n)([^]*?) ?-->\n\n)?^```(tsx?|css|js)\b([^\n]*)\n([^]*?)^```$/gm,
    (whole, kind, value, language, info, code) => {
      const line = text.slice(0, text.indexOf(whole)).split('\n').length;
      if (kind === 'file') return copyFile(page, whole, value.trim(), code);
      // The packed-package test runs the examples of the README that name their file.
      const isCopied = language === 'css' || language === 'js';
      if (kind !== 'unchecked' && !isCopied && !info.includes('file=')) {
        compile({ page, line, language, code, given: kind === 'given' ? value : '' });
      } else if (kind === undefined && isCopied) {
        faults.push(
          `${page}:${line}: state how this example is checked: <!-- file: … --> or <!-- unchecked: … -->`,
        );
      }
      return whole;
    },
  );
  if (write && next !== text) writeFileSync(root + page, next);
}
typecheck();

for (const fault of faults) console.error(fault);
console.log(
  `${pages.length} pages, ${links} links, ${copied} copied and ${compiled} compiled examples, ${faults.length} faults.`,
);
if (pages.length < 30 || links < 50 || copied < 15) faults.push('too little was found to be checked');
process.exitCode = faults.length === 0 ? 0 : 1;

function checkLinks(page, text) {
  // Markdown's own, and those of a <picture>.
  for (const [, target] of text.matchAll(/(?:\]\(|\bsrc(?:set)?=")([^)\s"]+)[)"]/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    links += 1;
    const [path, anchor] = target.split('#');
    const file = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(root + file)) faults.push(`${page}: the link ${target} leads nowhere`);
    else if (anchor !== undefined && !anchors(file).has(anchor))
      faults.push(`${page}: the link ${target} names no heading`);
  }
}

// As GitHub makes them from headings.
function anchors(file) {
  const headings = readFileSync(root + file, 'utf8').matchAll(/^#+ (.+)$/gm);
  const slug = (heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
  return new Set([...headings].map(([, heading]) => slug(heading)));
}

function copyFile(page, whole, path, code) {
  copied += 1;
  if (!existsSync(root + path)) {
    faults.push(`${page}: there is no file ${path} for its example`);
    return whole;
  }
  const source = `${readFileSync(root + path, 'utf8').trimEnd()}\n`;
  if (source === code) return whole;
  if (!write) faults.push(`${page}: the example is not ${path}; run node .ci/guides.mjs --write`);
  return whole.replace(/(```\w+[^\n]*\n)[^]*?(```)$/, (_, start, end) => start + source + end);
}

function compile({ page, line, language, code, given }) {
  const name = `${page.replaceAll(/[/.]/g, '-')}-${line}.${language === 'ts' ? 'ts' : 'tsx'}`;
  writeFileSync(out + name, `${given}\n${code}\nexport {};\n`);
  compiled += 1;
}

function typecheck() {
  const compilerOptions = { types: ['node', 'vite/client'], noUnusedLocals: false };
  const config = { extends: '../../../tsconfig.base.json', compilerOptions, include: ['*'] };
  writeFileSync(`${out}tsconfig.json`, JSON.stringify(config));
  if (!pnpm('exec', 'tsc', '-p', out)) {
    faults.push('examples do not compile: the names of the files above end with the line of the fence');
  }
}

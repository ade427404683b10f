// Every citation of a page of docs/flinks, such as `docs/flinks/api.md 2.2, 13 row 7`, must lead to a heading, a row or a
// list item that exists, and no source may cite a page that is not in this repository. Each test that the threat model
// names must exist.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './prepare.mjs';

const folder = 'docs/flinks/';
const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
const files = stdout
  .split('\0')
  .filter(
    (file) =>
      /\.(?:[cm]?[jt]sx?|mdx?|css|html|ya?ml)$/.test(file) &&
      !/\.ci\/(?:citations.mjs|tarballs.test.mjs)$/.test(file),
  );
const pages = new Map(
  files
    .filter((file) => file.startsWith(folder))
    .map((file) => [file.slice(folder.length), readPlaces(file)]),
);

const part = String.raw`\d+(?:\.\d+)*(?:,? (?:row|gap)s? \d+(?:(?:,| and) \d+(?![.\d]))*)?`;
const list = String.raw`${part}(?:(?:, |,? and |–)${part})*`;
// `docs/flinks/api.md 2.2` in a source; `api.md` 2.2 in one of those pages themselves.
const inSource = new RegExp(
  String.raw`docs/flinks/([\w-]+\.md)\b[\`\])]*(?:(?:,? (?:section )?)(${list}))?`,
  'g',
);
const inPage = new RegExp(String.raw`\`([\w-]+\.md)\`(?: (${list}))?`, 'g');
// `contract: api.md 2.2`, `lessons 3`, `api.md 2.2` without its folder.
const absent = /\(contract: |\blessons \d|(?<!docs\/flinks\/)\b(?:api|connect|payments-canada)\.md [\d]/g;

let count = 0;
const dead = files.flatMap((file) => {
  const text = flatten(readFileSync(root + file, 'utf8'));
  const isPage = file.startsWith(folder);
  const cited = [...text.matchAll(isPage ? inPage : inSource)].flatMap(([written, page, places = '']) => {
    if (isPage && !pages.has(page)) return [];
    count += 1;
    const known = pages.get(page);
    if (known === undefined) return [`${written}: there is no such page`];
    return split(places)
      .filter((place) => !known.has(place))
      .map((place) => `${written}: the page has no ${place}`);
  });
  const old = file.startsWith('docs/')
    ? []
    : [...text.matchAll(absent)].map(([written]) => `“${written}” names no page of ${folder}`);
  return [...cited, ...old].map((what) => `${file}: ${what}`);
});

const threatModel = 'docs/server/threat-model.md';
const tests = files
  .filter((file) => /\.(?:test|spec)\.tsx?$/.test(file))
  .map((file) => readFileSync(root + file, 'utf8'))
  .join('\n');
const titles = readFileSync(root + threatModel, 'utf8')
  .split('\n')
  .flatMap((line) =>
    [...(line.split(' | ')[2] ?? '').matchAll(/`([^`]+ [^`]+)`/g)].map(([, title]) => title),
  );
for (const title of titles)
  if (!tests.includes(title)) dead.push(`${threatModel}: no test is called “${title}”`);
if (titles.length === 0) dead.push(`${threatModel}: no title of a test was found, so none was checked`);

if (count === 0) dead.push('no citation was found, so nothing was checked');
for (const line of dead) console.error(line);
console.log(`${count} citations of ${pages.size} pages, ${dead.length} dead.`);
process.exitCode = dead.length === 0 ? 0 : 1;

// A comment may break its line inside a citation.
function flatten(text) {
  return text.replaceAll(/\n[ \t]*(?:\*|\/\/\/?|#)?[ \t]*/g, ' ');
}

// `2.2, 13 row 7 and 8` is 2.2, 13.7 and 13.8: a numbered row or item counts as a place of its section.
function split(places) {
  return [...places.matchAll(new RegExp(part, 'g'))].flatMap(([place]) => {
    const [section, ...rows] = place.match(/\d+(?:\.\d+)*/g);
    return rows.length === 0 ? [section] : rows.map((row) => `${section}.${row}`);
  });
}

/** The numbers of a page's headings, and of the numbered rows and items below them. */
function readPlaces(file) {
  const places = new Set();
  let section = '';
  for (const line of readFileSync(root + file, 'utf8').split('\n')) {
    const heading = /^#+ (\d+(?:\.\d+)*)\.? /.exec(line)?.[1];
    if (heading !== undefined) {
      section = heading;
      places.add(section);
    }
    const row = /^(?:\| (\d+) \||(\d+)\. )/.exec(line);
    if (row !== null && section !== '') places.add(`${section}.${row[1] ?? row[2]}`);
  }
  return places;
}

// The floor of browsers: fails when a built package or style sheet uses what the browsers of
// docs/start/compatibility.md don't have. Each tool first has to find a planted example, since one that reads no file
// finds nothing either.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, stop } from './prepare.mjs';

// Outside of this repository, where no ignored folder is left out.
const folder = mkdtempSync(join(tmpdir(), 'flinks-kit-browsers-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const built = ['core', 'react'].map((name) => {
  const copy = join(folder, name);
  cpSync(`${root}packages/${name}/dist`, copy, { recursive: true });
  return copy;
});

const script = (files) => tool('oxlint', ['-c', '.ci/browsers/oxlint.json', ...files]);
const styles = (files) =>
  tool('stylelint', ['-c', '.ci/browsers/stylelint.config.mjs', '--config-basedir', root, ...files]);

const planted = {
  'URL.canParse': [script, 'planted.js', "export const planted = URL.canParse('https://example.com');"],
  'Object.groupBy': [script, 'groupBy.js', 'export const planted = Object.groupBy([1], String);'],
  startViewTransition: [script, 'transition.js', 'document.startViewTransition();'],
  'animation-timeline': [styles, 'planted.css', 'a { animation-timeline: scroll(); }'],
  '@view-transition': [styles, 'transition.css', '@view-transition { navigation: auto; }'],
};
for (const [name, [check, file, text]] of Object.entries(planted)) {
  writeFileSync(join(folder, file), text);
  if (check([join(folder, file)]).ok)
    stop(`A planted ${name} was not found, so this check would find nothing.`);
}

const sheets = readdirSync(join(folder, 'react/styles')).filter((file) => file.endsWith('.css'));
for (const file of sheets) {
  const css = readFileSync(join(folder, 'react/styles', file), 'utf8');
  const count = (pattern) => css.match(pattern)?.length ?? 0;
  if (count(/^\s+mask:/gm) !== count(/^\s+-webkit-mask:/gm))
    stop(`${file} has a mask without -webkit-mask, which Chrome before 120 needs.`);
}

const results = [script(built), styles([join(folder, 'react/styles/**/*.css')])];
for (const { ok, printed } of results) if (!ok) console.error(printed);
if (results.some(({ ok }) => !ok)) stop('A browser of docs/start/compatibility.md lacks this: see above.');
console.log('✓ the built packages and style sheets use what every browser of the floor has');

function tool(name, args) {
  const { status, stdout, stderr } = spawnSync(`${root}node_modules/.bin/${name}`, args, {
    cwd: root,
    encoding: 'utf8',
  });
  return { ok: status === 0, printed: stdout + stderr };
}

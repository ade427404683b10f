import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { withOlderColours } from './olderColours.mjs';

const sheet = `@layer flinks-kit {
  /* a comment { with: brackets } */
  :root {
    --text: light-dark(#111111, #eeeeee);
    --shadow: 0 1px light-dark(rgb(1 2 3 / 6%), rgb(0 0 0 / 40%)), 0 4px light-dark(red, blue);
    --on-accent: lch(from var(--accent) calc((50 - l) * infinity) 0 0);
    --plain: 1px;
  }
}
`;

describe('withOlderColours', () => {
  test('adds the light colour of each token, behind its rule', () => {
    const css = withOlderColours(sheet);
    assert.match(
      css,
      /@supports not \(color: light-dark\(#000, #fff\)\) \{\s+:root \{\s+--text: #111111;\s+--shadow: 0 1px rgb\(1 2 3 \/ 6%\), 0 4px red;\s+\}/,
    );
    assert.match(
      css,
      /@supports not \(color: lch\(from #000 l c h\)\) \{\s+:root \{\s+--on-accent: #ffffff;/,
    );
    assert.equal(css.split('{').length, css.split('}').length);
    assert.ok(css.startsWith('@layer flinks-kit {') && css.endsWith('}\n'));
    const later = withOlderColours('a { color: light-dark(red, blue); }\na.b { color: green; }\n');
    assert.ok(later.indexOf('@supports') < later.indexOf('a.b'));
    assert.equal(withOlderColours('a { color: red; }\n'), 'a { color: red; }\n');
  });

  test('serves declarations that are no tokens, also of colours made from others', () => {
    const css = withOlderColours(
      'a { color: oklch(from light-dark(rgb(1 2 3), #eeeeee) l 0.05 var(--hue, 170)); background: light-dark(red, blue); }',
    );
    const [, noLightDark = '', noRelative = ''] = css.split('@supports not');
    assert.match(
      noLightDark,
      /a \{\s+color: oklch\(from rgb\(1 2 3\) l 0\.05 var\(--hue, 170\)\);\s+background: red;/,
    );
    assert.match(noRelative, /a \{\s+color: rgb\(1 2 3\);\s+\}/);
  });

  test('finds every new colour of the style sheets', () => {
    const folder = new URL('../src/styles/', import.meta.url);
    const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.css'));
    for (const file of files) {
      const css = readFileSync(new URL(file, folder), 'utf8');
      const [, ...older] = withOlderColours(css).split('@supports not');
      const declared = css.match(/^\s+[\w-]+:[^;{}]*(?:light-dark\(|\(from )/gm) ?? [];
      const given = older.join('').match(/^ {6}[\w-]+:/gm) ?? [];
      assert.ok(given.length >= declared.length, file);
    }
  });
});

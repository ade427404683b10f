import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { build } from 'vite';
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
  test('gives each rule the light colours, and the new ones behind it', () => {
    const css = withOlderColours(sheet);
    assert.match(
      css,
      /:root \{\s+--text: #111111;\s+--shadow: 0 1px rgb\(1 2 3 \/ 6%\), 0 4px red;\s+--on-accent: #ffffff;\s+--plain: 1px;\s+\}/,
    );
    assert.match(
      css,
      /@supports \(color: light-dark\(#000, #fff\)\) \{\s+:root \{\s+--text: light-dark\(#111111, #eeeeee\);\s+--shadow: /,
    );
    assert.match(
      css,
      /@supports \(color: lch\(from #000 l c h\)\) \{\s+:root \{\s+--on-accent: lch\(from var\(--accent\) /,
    );
    assert.equal(css.split('{').length, css.split('}').length);
    assert.ok(
      css.startsWith('@layer flinks-kit {\n  /* a comment { with: brackets } */') && css.endsWith('}\n'),
    );
    const later = withOlderColours('a { color: light-dark(red, blue); }\na.b { color: green; }\n');
    assert.ok(later.indexOf('@supports') < later.indexOf('a.b'));
    assert.equal(withOlderColours('a { color: red; }\n'), 'a { color: red; }\n');
  });

  test('serves declarations that are no tokens, also of colours made from others', () => {
    const value = 'oklch(from light-dark(rgb(1 2 3), #eeeeee) l 0.05 var(--hue, 170))';
    const [base = '', noLightDark = '', both = ''] = withOlderColours(`a { color: ${value}; }`).split(
      '@supports',
    );
    assert.match(base, /a \{\s*color: rgb\(1 2 3\);/);
    assert.match(
      noLightDark,
      /^ \(color: lch[^]* color: oklch\(from rgb\(1 2 3\) l 0\.05 var\(--hue, 170\)\);/,
    );
    assert.match(both, /^ \(color: lch\(from #000 l c h\)\) and \(color: light-dark\(#000, #fff\)\) /);
    assert.ok(both.includes(value));
  });

  const folder = new URL('../src/styles/', import.meta.url);
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.css'));
  const built = files.map((file) => [file, withOlderColours(readFileSync(new URL(file, folder), 'utf8'))]);

  test('leaves no new colour outside of @supports', () => {
    assert.ok(built.some(([, css]) => css.includes('@supports')));
    for (const [file, css] of built) {
      const old = css
        .replaceAll(/@supports \(color[^{]*\{[^{]*\{[^}]*\}\s*\}/g, '')
        .replaceAll(/\/\*[^]*?\*\//g, '');
      assert.doesNotMatch(old, /light-dark\(|\(from /, file);
    }
  });

  test('gives Vite nothing to rewrite for the browsers of its default', async () => {
    const sheets = built.map(([, css]) => css.replaceAll(/^@import .*$/gm, '')).join('\n');
    const { output } = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, rollupOptions: { input: 'sheet.css' } },
      plugins: [
        {
          name: 'sheet',
          resolveId: (id) => (id === 'sheet.css' ? '/sheet.css' : null),
          load: (id) => (id === '/sheet.css' ? sheets : null),
        },
      ],
    });
    const css = output.find(({ fileName }) => fileName.endsWith('.css'))?.source ?? '';
    assert.match(css, /light-dark\(/);
    assert.doesNotMatch(css, /var\(--lightningcss/);
  });
});

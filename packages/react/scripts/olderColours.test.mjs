import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
  test('adds the light colour of each token, inside of the layer', () => {
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
    assert.equal(withOlderColours('a { color: red; }\n'), 'a { color: red; }\n');
  });

  test('refuses a colour for newer browsers that is not a token', () => {
    assert.throws(
      () => withOlderColours('a { color: light-dark(red, blue); }'),
      /a \{ color \} .+ make it a token/,
    );
  });

  test('finds every colour of the tokens', () => {
    const tokens = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
    const older = withOlderColours(tokens).split('@supports not').slice(1).join('');
    for (const [, name] of tokens.matchAll(/(--[\w-]+):\s*(?:light-dark|lch\(from)/g))
      assert.ok(older.includes(`${name}: #`), name);
  });
});

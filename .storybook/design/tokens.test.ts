import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palettes } from '../kitTheme.ts';
import { contrast } from './contrast.ts';
import { pairs } from './pairs.ts';
import { readTokens } from './readTokens.ts';

const css = readFileSync('packages/react/src/styles/tokens.css', 'utf8');
const tokensOf = (theme: string) =>
  new Map(readTokens(css, `[data-flinks-theme='${theme}']`).map(({ name, value }) => [name, value]));

test.each(['light', 'dark'] as const)("the %s frame has the tokens' own colours", (theme) => {
  const { surface, sunken, hover, text, muted, border, strong, accent, onAccent } = palettes[theme];
  expect(Object.fromEntries(tokensOf(theme))).toMatchObject({
    '--flinks-surface': surface,
    '--flinks-surface-sunken': sunken,
    '--flinks-surface-hover': hover,
    '--flinks-text': text,
    '--flinks-text-muted': muted,
    '--flinks-border': border,
    '--flinks-border-strong': strong,
    '--flinks-accent': accent,
    '--flinks-on-accent': onAccent,
  });
});

test('dark is written twice, and both times the same', () => {
  expect(readTokens(css, ":root:not([data-flinks-theme='light'])")).toEqual(
    readTokens(css, "[data-flinks-theme='dark']"),
  );
});

test.each(['light', 'dark'])('every %s pair of words and ground meets AA', (theme) => {
  const tokens = tokensOf(theme);
  const weak = pairs.filter(
    ([words, ground]) => contrast(tokens.get(words) ?? '', tokens.get(ground) ?? '') < 4.5,
  );
  expect(weak).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');
const [light = '', ...darks] = css.split('--flinks-surface:').slice(1);
const colours = (text: string) =>
  [...`--flinks-surface:${text.split('}')[0] ?? ''}`.matchAll(/--flinks-[\w-]+:[^;]+/g)].map(String);
const names = (text: string) => colours(text).map((token) => token.split(':')[0]);

test('dark is written twice, the same both times, and leaves no token of the light theme out', () => {
  expect(darks).toHaveLength(2);
  expect(colours(darks[0] ?? '')).toEqual(colours(darks[1] ?? ''));
  expect(names(darks[0] ?? '')).toEqual(names(light));
  expect(names(light).length).toBeGreaterThan(20);
});

test('paper is light: what prints takes no dark token', () => {
  for (const [start] of css.matchAll(
    /@media [^{]*\{\s*:root:not|@media [^{]*\{\s*\[data-flinks-theme='dark'\]/g,
  )) {
    expect(start).toMatch(/^@media screen/);
  }
  expect(css.match(/@media screen/g)).toHaveLength(2);
});
